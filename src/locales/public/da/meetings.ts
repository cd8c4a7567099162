export const meetings = {
  'meetings.fromTo': '{$from} til {$to}',
} as const
