import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'own-page-link.subject': 'Your page at the library',
  'own-page-link.heading': 'Here is your page',
  'own-page-link.text':
    'The button opens your own page. There you can see and change what we know about you.',
  'own-page-link.word':
    'If you open the page in another place than where you asked for the link, you must write the six characters that were shown there.',
  'own-page-link.limit':
    'The link works for 10 minutes and only once. If you did not ask for it, ignore this mail.',
  'own-page-link.button': 'Open my page',
} satisfies Record<keyof typeof danish, string>
