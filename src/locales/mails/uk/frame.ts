import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'Добрий день, {$name}!',
  'frame.when': 'Час',
  'frame.where': 'Місце',
  'frame.fromTo': '{$from}, до {$to}',
} satisfies Record<keyof typeof danish, string>
