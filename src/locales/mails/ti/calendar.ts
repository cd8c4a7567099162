import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.name': 'ቆጸራታት ኣብ ቤተ-መጻሕፍቲ',
  'calendar.with': 'ምስ {$names}',
} satisfies Record<keyof typeof danish, string>
