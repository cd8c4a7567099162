export const calendar = {
  'calendar.name': 'Aftaler på biblioteket',
  'calendar.with': 'Med {$names}',
} as const
