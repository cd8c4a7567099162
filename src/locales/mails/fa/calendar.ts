import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.name': 'قرارها در کتابخانه',
  'calendar.with': 'با {$names}',
} satisfies Record<keyof typeof danish, string>
