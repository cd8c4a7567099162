import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.name': 'Appointments at the library',
  'calendar.with': 'With {$names}',
} satisfies Record<keyof typeof danish, string>
