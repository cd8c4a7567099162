import type { sms as danish } from '../da/sms.ts'

export const sms = {
  'sms.meeting-reminder': 'The library: Remember your appointment {$at}.',
  'sms.meeting-moved': 'The library: Your appointment has changed. It is now {$at}.',
  'sms.meeting-cancelled.one': 'The library: Your appointment {$at} is cancelled.',
  'sms.meeting-cancelled.several': 'The library: Your appointments {$at} are cancelled.',
  'sms.at': '{$when}, {$place}',
  'sms.when': '{$day} at {$time}',
  'sms.call': 'Questions? Call {$phone}.',
  'sms.ask': 'Questions? Contact the library.',
  'sms.answer': 'Answer here: {$link}',
} satisfies Record<keyof typeof danish, string>
