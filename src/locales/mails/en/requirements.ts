import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'interview.subject': 'An appointment at the library',
  'interview.booked.heading': 'We look forward to meeting you',
  'interview.booked.text':
    'Here are the time and the place. Contact the library if you cannot come.',
  'interview.cancelled.heading': 'The appointment is cancelled',
  'interview.cancelled.text': 'This appointment no longer holds.',
  'interview.cancelled.again': 'You will hear from the library about a new time.',
  'reconfirmation.subject': 'A question from the library',
  'reconfirmation.heading': 'Still interested?',
  'reconfirmation.text': 'You have been waiting for a while. Would you still like to take part?',
  'reconfirmation.until':
    'Please answer by {$day}. If we do not hear from you, we take a break. Your details are not deleted.',
  'reconfirmation.button': 'Answer here',
} satisfies Record<keyof typeof danish, string>
