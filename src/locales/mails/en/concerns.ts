import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concern.subject': 'There is something to look at',
  'concern.heading': 'There is something to look at',
  'concern.text': 'Sign in to Makker, and look at it under Tasks.',
  'concern.button': 'Open Makker',
} satisfies Record<keyof typeof danish, string>
