import type { account as danish } from '../da/account.ts'

export const account = {
  'account.signIn.title': 'Sign in',
  'account.link.title': 'Sign in to Makker',
  'account.link.lead': 'Press the button to sign in. The link works once.',
  'account.link.elsewhere':
    'You asked for the link in another browser or on another device. Write the six characters that were shown there.',
  'account.link.word': 'The six characters',
  'account.link.word.hint': 'Capital and small letters are the same.',
  'account.link.again': 'Ask for a new link',
  'account.link.submit': 'Sign in',
  'account.confirm.submit': 'Continue',
} satisfies Record<keyof typeof danish, string>
