import type { mails as danish } from '../da/mails.ts'

export const mails = {
  'mails.choose.title': 'Mails from us',
  'mails.choose.label': 'I would like to get',
  'mails.choose.hint': 'Mails about appointments, answers and your own page always come.',
  'mails.choose.save': 'Save',
  'mails.kind.meeting-reminder': 'A reminder the day before a meeting',
  'mails.kind.check-in': 'Questions about how it is going',
  'mails.kind.reconfirmation': 'The question whether I still want to take part',
  'mails.kind.waiting': 'News while I wait',
  'mails.kind.digest': 'The week’s overview on Mondays',
  'mails.unsubscribe.title': 'Unsubscribe',
  'mails.unsubscribe.ask': 'Do you no longer want mails of this kind: {$kind}?',
  'mails.unsubscribe.do': 'Yes, stop sending them',
  'mails.unsubscribe.done': 'You no longer get mails of this kind: {$kind}.',
  'mails.unsubscribe.again': 'You can choose them again on your own page.',
} satisfies Record<keyof typeof danish, string>
