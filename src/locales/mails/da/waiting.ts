export const waiting = {
  'waiting.subject': 'Nyt fra biblioteket',
  'waiting.heading': 'Vi leder stadig efter en makker til dig',
  'waiting.text':
    'Du har stået på listen siden den {$day}, og vi har ikke glemt dig. Vi har endnu ikke fundet en, der passer til dig.',
  'waiting.next':
    'Du skal ikke gøre noget. Når vi finder en, får du en mail med et forslag, og du bestemmer selv, om du siger ja. Jo flere tider du kan, jo lettere er det at finde en.',
  'waiting.activities': 'Imens er du velkommen her:',
  'waiting.button': 'Se og ret mine tider',
} as const
