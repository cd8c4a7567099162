import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'Hello {$name}',
  'frame.when': 'Time',
  'frame.where': 'Place',
  'frame.fromTo': '{$from} to {$to}',
  'frame.days': '{$from}–{$to}',
  'frame.hours': '{$days} from {$from} to {$to}',
  'frame.contact.person': 'If you have questions, call {$name} on {$phone}.',
  'frame.contact.phone': 'If you have questions, call the library on {$phone}.',
  'frame.contact.hours': 'Telephone hours: {$hours}.',
  'frame.contact.general': 'If you have questions, contact the library.',
  'frame.concern': 'Is something wrong? Tell us',
  'frame.unsubscribe': 'Do you not want mails of this kind? Unsubscribe here',
} satisfies Record<keyof typeof danish, string>
