export const frame = {
  'frame.greeting': 'Hej {$name}',
  'frame.when': 'Tid',
  'frame.where': 'Sted',
  'frame.fromTo': '{$from} til {$to}',
} as const
