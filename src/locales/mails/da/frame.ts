export const frame = {
  'frame.greeting': 'Hej {$name}',
  'frame.when': 'Tid',
  'frame.where': 'Sted',
  'frame.fromTo': '{$from} til {$to}',
  'frame.days': '{$from}–{$to}',
  'frame.hours': '{$days} kl. {$from}–{$to}',
  'frame.contact.person': 'Har du spørgsmål, så ring til {$name} på {$phone}.',
  'frame.contact.phone': 'Har du spørgsmål, så ring til biblioteket på {$phone}.',
  'frame.contact.hours': 'Telefontid: {$hours}.',
  'frame.contact.general': 'Har du spørgsmål, så kontakt biblioteket.',
  'frame.concern': 'Er der noget galt? Fortæl os det',
  'frame.unsubscribe': 'Vil du ikke have denne slags mails? Afmeld dem her',
} as const
