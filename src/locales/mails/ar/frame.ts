import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'مرحبًا {$name}',
  'frame.when': 'الوقت',
  'frame.where': 'المكان',
  'frame.fromTo': 'من {$from} إلى {$to}',
} satisfies Record<keyof typeof danish, string>
