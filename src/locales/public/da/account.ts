export const account = {
  'account.signIn.title': 'Log ind',
  'account.link.title': 'Log ind på Makker',
  'account.link.lead': 'Tryk på knappen for at logge ind. Linket virker én gang.',
  'account.link.elsewhere':
    'Du bad om linket i en anden browser eller på en anden enhed. Skriv de seks tegn, som blev vist der.',
  'account.link.word': 'De seks tegn',
  'account.link.word.hint': 'Store og små bogstaver er lige gode.',
  'account.link.again': 'Bed om et nyt link',
  'account.link.submit': 'Log ind',
  'account.confirm.submit': 'Fortsæt',
} as const
