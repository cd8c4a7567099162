export const requirements = {
  'interview.subject': 'En aftale på biblioteket',
  'interview.booked.heading': 'Vi ses til en samtale',
  'interview.booked.text': 'Her er tid og sted. Kontakt biblioteket, hvis du ikke kan komme.',
  'interview.cancelled.heading': 'Aftalen er aflyst',
  'interview.cancelled.text': 'Denne aftale gælder ikke længere.',
  'interview.cancelled.again': 'Du hører fra biblioteket om en ny tid.',
  'reconfirmation.subject': 'Et spørgsmål fra biblioteket',
  'reconfirmation.heading': 'Stadig interesseret?',
  'reconfirmation.text': 'Du har ventet et stykke tid. Vil du stadig gerne være med?',
  'reconfirmation.until':
    'Svar senest den {$day}. Hører vi ikke fra dig, holder vi pause. Dine oplysninger bliver ikke slettet.',
  'reconfirmation.button': 'Svar her',
} as const
