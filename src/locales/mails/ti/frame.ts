import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'ሰላም {$name}',
  'frame.when': 'ግዜ',
  'frame.where': 'ቦታ',
  'frame.fromTo': 'ካብ {$from} ክሳብ {$to}',
} satisfies Record<keyof typeof danish, string>
