import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'The week’s overview',
  'digest.heading': 'Your week',
  'digest.text': 'This is what the week looks like in Makker. Sign in to see who and when.',
  'digest.meetings': 'Meetings in the next seven days',
  'digest.toRecord': 'Meetings to record',
  'digest.atRisk': 'Pairs that need attention',
  'digest.waiting': 'People who wait for a match',
  'digest.seeMeetings': 'See the meetings',
  'digest.seeMatches': 'See the pairs',
  'digest.seePeople': 'See who waits',
} satisfies Record<keyof typeof danish, string>
