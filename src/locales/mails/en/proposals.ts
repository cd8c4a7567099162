import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'answer-request.subject': 'A proposal from the library',
  'answer-request.heading': 'Would you like to meet {$name}?',
  'answer-request.mentor':
    'The library has found somebody you could be a mentor for: {$name}. The page shows what you have in common, and you can answer yes or no.',
  'answer-request.mentee':
    'The library has found a mentor for you: {$name}. The page shows what you have in common, and you can answer yes or no.',
  'answer-request.until': 'Please answer by {$day}.',
  'answer-request.button': 'See the proposal, and answer',
  'offer-reminder.subject': 'We are waiting for your answer',
  'offer-reminder.text': 'We asked you a week ago and have not heard from you.',
  'offer-reminder.until':
    'Please answer by {$day}. Yes and no are both good answers. If we do not hear from you, we ask somebody else.',
  'offer-withdrawn.subject': 'News from the library',
  'offer-withdrawn.heading': 'The proposal has been withdrawn',
  'offer-withdrawn.text':
    'We recently asked whether you would like to meet somebody. Unfortunately it will not happen. It has nothing to do with you.',
  'offer-withdrawn.next':
    'There is nothing you need to do. You will get a mail when there is a new proposal.',
} satisfies Record<keyof typeof danish, string>
