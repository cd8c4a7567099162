import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meetings.fromTo': '{$from} to {$to}',
} satisfies Record<keyof typeof danish, string>
