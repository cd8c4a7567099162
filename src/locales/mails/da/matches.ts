export const matches = {
  'match-made.subject': 'Nyt fra biblioteket',
  'match-made.heading': 'Du og {$name} er et makkerpar',
  'match-made.text':
    'I har begge sagt ja til at mødes. Biblioteket finder en tid til jeres første møde og sender dig en invitation.',
  'match-made.again':
    'I er et makkerpar igen. Biblioteket finder en tid til jeres næste møde og sender dig en invitation.',
  'match-made.next': 'Du skal ikke gøre noget nu.',
  'match-made.asked':
    'Efter mødet spørger vi hver af jer, om I vil fortsætte. Det er helt i orden at sige nej.',
  'match-closed.subject': 'Nyt fra biblioteket',
  'match-closed.heading': 'Jeres makkerpar er afsluttet',
  'match-closed.text':
    'Det makkerpar, du er med i, er afsluttet. Møder, I havde aftalt, bliver ikke til noget.',
  'match-closed.about': 'Det gælder dig og {$name}.',
  'match-closed.ready': 'Du skal ikke gøre noget. Biblioteket kigger efter en ny makker til dig.',
  'match-closed.thanks': 'Tak, fordi du var med.',
  'match-paused.subject': 'Nyt fra biblioteket',
  'match-paused.heading': 'Jeres makkerpar holder pause',
  'match-paused.text': 'Det makkerpar, du er med i, holder pause.',
  'match-paused.until': 'Det makkerpar, du er med i, holder pause til {$day}.',
  'match-paused.next':
    'Møder i mellemtiden er aflyst. Du skal ikke gøre noget. Pauser er helt almindelige.',
  'go-on.subject': 'Et spørgsmål fra biblioteket',
  'go-on.heading': 'Vil du fortsætte sammen med {$name}?',
  'go-on.text':
    'I har nu mødt hinanden. Vil du gerne mødes med {$name} igen? Svar ja eller nej på siden.',
  'go-on.private':
    '{$name} får ikke at vide, hvad du svarer. Et nej er helt i orden: Så slutter makkerparret uden begrundelse, og biblioteket kigger efter en anden til jer begge.',
  'go-on.until': 'Svar senest den {$day}.',
  'go-on.button': 'Svar ja eller nej',
} as const
