import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-made.subject': 'News from the library',
  'match-made.heading': 'You and {$name} are a match',
  'match-made.text':
    'You have both said yes to meeting each other. The library will find a time for your first meeting and send you an invitation.',
  'match-made.again':
    'You are a match again. The library will find a time for your next meeting and send you an invitation.',
  'match-made.next': 'There is nothing you need to do now.',
  'match-made.asked':
    'After the meeting we ask each of you whether you want to go on. It is perfectly fine to say no.',
  'match-closed.subject': 'News from the library',
  'match-closed.heading': 'Your match is over',
  'match-closed.text':
    'The match you are part of is over. Meetings that were planned for the two of you will not take place.',
  'match-closed.about': 'This is about you and {$name}.',
  'match-closed.ready':
    'There is nothing you need to do. The library will look for a new match for you.',
  'match-closed.thanks': 'Thank you for taking part.',
  'match-paused.subject': 'News from the library',
  'match-paused.heading': 'Your match is taking a break',
  'match-paused.text': 'The match you are part of is taking a break.',
  'match-paused.until': 'The match you are part of is taking a break until {$day}.',
  'match-paused.next':
    'Meetings in between are cancelled. There is nothing you need to do. Breaks are quite normal.',
  'go-on.subject': 'A question from the library',
  'go-on.heading': 'Would you like to go on with {$name}?',
  'go-on.text':
    'You have now met. Would you like to meet {$name} again? Answer yes or no on the page.',
  'go-on.private':
    '{$name} is not told what you answer. A no is perfectly fine: then the match ends without a reason, and the library looks for somebody else for you both.',
  'go-on.until': 'Please answer by {$day}.',
  'go-on.button': 'Answer yes or no',
} satisfies Record<keyof typeof danish, string>
