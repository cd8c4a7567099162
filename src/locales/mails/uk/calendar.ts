import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.name': 'Зустрічі в бібліотеці',
  'calendar.with': 'Учасники: {$names}',
} satisfies Record<keyof typeof danish, string>
