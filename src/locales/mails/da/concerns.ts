export const concerns = {
  'concern.subject': 'Der er noget at se på',
  'concern.heading': 'Der er noget at se på',
  'concern.text': 'Log ind i Makker, og se det under Opgaver.',
  'concern.button': 'Åbn Makker',
} as const
