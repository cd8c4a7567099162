import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'سلام {$name}',
  'frame.when': 'زمان',
  'frame.where': 'مکان',
  'frame.fromTo': '{$from} تا {$to}',
} satisfies Record<keyof typeof danish, string>
