export const meetings = {
  'meetings.fromTo': '{$from} til {$to}',
  'meetings.answer.title': 'Kan du komme?',
  'meetings.answer.with': 'Du skal mødes med {$names}.',
  'meetings.answer.when': 'Tid',
  'meetings.answer.where': 'Sted',
  'meetings.answer.given.none': 'Du har ikke svaret endnu.',
  'meetings.answer.given.yes': 'Tak. Du har svaret, at du kommer.',
  'meetings.answer.given.no':
    'Tak. Du har svaret, at du ikke kan komme. Biblioteket kontakter dig.',
  'meetings.answer.given.another_time':
    'Tak. Du har svaret, at en anden tid ville passe bedre. Mødet gælder, til du hører fra biblioteket.',
  'meetings.answer.choose': 'Dit svar',
  'meetings.answer.yes': 'Ja, jeg kommer',
  'meetings.answer.no': 'Nej, jeg kan ikke komme',
  'meetings.answer.another_time': 'En anden tid ville passe mig bedre',
  'meetings.answer.wishes': 'Hvilke andre tider ville passe?',
  'meetings.answer.wishesHint':
    'Vælg kun her, hvis du ønsker en anden tid. Biblioteket vælger tiden og giver besked.',
  'meetings.answer.send': 'Send svar',
  'meetings.answer.until': 'Du kan ændre dit svar, indtil mødet begynder.',
  'meetings.answer.phone': 'Du kan også ringe til biblioteket på {$phone}.',
} as const
