import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'The week’s overview',
  'digest.heading': 'Your week',
  'digest.meetings': 'Meetings in the next seven days: {$count}',
  'digest.toRecord': 'Meetings to record: {$count}',
  'digest.atRisk': 'Pairs that need attention: {$count}',
  'digest.waiting': 'People who wait for a match: {$count}',
  'digest.more': 'and {$count} more',
  'digest.seeMeetings': 'See the meetings',
  'digest.seeMatches': 'See the pairs',
  'digest.seePeople': 'See who waits',
} satisfies Record<keyof typeof danish, string>
