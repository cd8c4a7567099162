import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meetings.fromTo': 'من {$from} إلى {$to}',
} satisfies Record<keyof typeof danish, string>
