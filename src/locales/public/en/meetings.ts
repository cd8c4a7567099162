import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'matches.mail.subject': 'News from the library',
  'matches.mail.heading': 'Your match is over',
  'matches.mail.greeting': 'Hello {$name}',
  'matches.mail.text':
    'The match you are part of is over. Meetings that were planned for the two of you will not take place.',
  'matches.mail.next':
    'There is nothing you need to do. The library will look for a new match for you. If you have questions, contact the library.',
  'meetings.mail.subject': 'Appointment at the library',
  'meetings.mail.heading': 'You are invited to a meeting',
  'meetings.mail.greeting': 'Hello {$name}',
  'meetings.mail.text':
    'Here are the time and the place. Add the meeting to your calendar with the attached file. If you cannot come, contact the library.',
  'meetings.mail.when': 'Time',
  'meetings.mail.where': 'Place',
  'meetings.mail.fromTo': '{$from} to {$to}',
  'meetings.mail.off.subject': 'Cancelled: appointment at the library',
  'meetings.mail.off.heading': 'The meeting is cancelled',
  'meetings.mail.off.text':
    'The meeting below will not take place. There is nothing you need to do; the attached file removes it from your calendar. If you have questions, contact the library.',
} satisfies Record<keyof typeof danish, string>
