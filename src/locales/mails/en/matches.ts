import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-ended.subject': 'News from the library',
  'match-ended.heading': 'Your match is over',
  'match-ended.text':
    'The match you are part of is over. Meetings that were planned for the two of you will not take place.',
  'match-ended.next':
    'There is nothing you need to do. The library will look for a new match for you.',
} satisfies Record<keyof typeof danish, string>
