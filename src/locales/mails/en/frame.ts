import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'Hello {$name}',
  'frame.when': 'Time',
  'frame.where': 'Place',
  'frame.fromTo': '{$from} to {$to}',
} satisfies Record<keyof typeof danish, string>
