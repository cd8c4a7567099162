import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.name': 'مواعيد في المكتبة',
  'calendar.with': 'مع {$names}',
} satisfies Record<keyof typeof danish, string>
