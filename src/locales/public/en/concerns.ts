import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concerns.form.title': 'Tell us about something that worries you',
  'concerns.form.lead':
    'If something has happened that you do not feel safe about, write it here. You can write in your own language.',
  'concerns.form.danger': 'If anybody is in danger now, call 112.',
  'concerns.form.readBy.names':
    'Only {$names} can read it. The other person in your match is not told.',
  'concerns.form.readBy.two':
    'Only two people chosen by the library can read it. The other person in your match is not told.',
  'concerns.form.about': 'Who is it about?',
  'concerns.form.pair': 'Me and {$name}',
  'concerns.form.other': 'Something else',
  'concerns.form.text': 'What has happened?',
  'concerns.form.hint': 'Write too if you want us to call you, and when.',
  'concerns.form.halts': 'Our meetings must stop now',
  'concerns.form.halts.hint':
    'The pair pauses, and the meetings are cancelled. The other person is told that they are off, but not why.',
  'concerns.form.send': 'Send',
  'concerns.received.title': 'Thank you. We have received it',
  'concerns.received.text':
    'It will be read by those it is for. They will look at it as soon as they can.',
  'concerns.received.back': 'Back',
  'concerns.own.link': 'Does something worry you?',
} satisfies Record<keyof typeof danish, string>
