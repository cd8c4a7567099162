import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meetings.fromTo': '{$from} to {$to}',
  'meetings.answer.title': 'Can you come?',
  'meetings.answer.with': 'You will meet {$names}.',
  'meetings.answer.when': 'Time',
  'meetings.answer.where': 'Place',
  'meetings.answer.given.none': 'You have not answered yet.',
  'meetings.answer.given.yes': 'Thank you. You have answered that you are coming.',
  'meetings.answer.given.no':
    'Thank you. You have answered that you cannot come. The library will contact you.',
  'meetings.answer.given.another_time':
    'Thank you. You have answered that another time would suit you better. The meeting stands until you hear from the library.',
  'meetings.answer.choose': 'Your answer',
  'meetings.answer.yes': 'Yes, I am coming',
  'meetings.answer.no': 'No, I cannot come',
  'meetings.answer.another_time': 'Another time would suit me better',
  'meetings.answer.wishes': 'Which other times would suit you?',
  'meetings.answer.wishesHint':
    'Choose here only if you wish another time. The library chooses the time and tells you.',
  'meetings.answer.send': 'Send answer',
  'meetings.answer.until': 'You can change your answer until the meeting begins.',
  'meetings.answer.phone': 'You can also call the library on {$phone}.',
} satisfies Record<keyof typeof danish, string>
