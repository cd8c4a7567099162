export const matches = {
  'match-ended.subject': 'Nyt fra biblioteket',
  'match-ended.heading': 'Jeres makkerpar er afsluttet',
  'match-ended.text':
    'Det makkerpar, du er med i, er afsluttet. Møder, I havde aftalt, bliver ikke til noget.',
  'match-ended.next': 'Du skal ikke gøre noget. Biblioteket kigger efter en ny makker til dig.',
} as const
