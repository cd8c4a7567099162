import type { followUp as danish } from '../da/follow-up.ts'

export const followUp = {
  'meeting-outcome.subject': 'A question from the library',
  'meeting-outcome.heading': 'Did you meet?',
  'meeting-outcome.text':
    'You had an appointment with {$name} on {$at}. Who came, or was it called off?',
  'meeting-outcome.why': 'One answer is enough. It tells the library how things are going.',
  'meeting-outcome.button': 'Answer here',
  'fit-question.subject': 'A question from the library',
  'fit-question.heading': 'Are you a good fit?',
  'fit-question.text': 'You and {$name} have now met. Do you think that you are a good fit?',
  'fit-question.private':
    '{$name} is not told your answer. Only the library’s coordinator sees it.',
  'fit-question.until': 'Please answer by {$day}.',
  'fit-question.button': 'Answer here',
  'check-in.subject': 'A question from the library',
  'check-in.heading': 'How did it go in {$month}?',
  'check-in.text': 'How many times did you and {$name} meet, and for how many hours?',
  'check-in.why': 'It takes a minute, and a guess is enough.',
  'check-in.button': 'Answer here',
  'meeting-proposed.subject': 'A suggested appointment',
  'meeting-proposed.heading': '{$name} suggests that you meet',
  'meeting-proposed.text': 'Time: {$at}.',
  'meeting-proposed.next':
    'See the place on the page, and answer yes or no. If you say yes, you both get an invitation for your calendars.',
  'meeting-proposed.button': 'See and answer',
} satisfies Record<keyof typeof danish, string>
