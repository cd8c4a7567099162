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
  'account.invitation.mail.subject': 'Invitation til Makker',
  'account.invitation.mail.heading': 'Velkommen, {$name}',
  'account.invitation.mail.text':
    'Du er inviteret til at bruge Makker i {$municipality}. Tryk på knappen for at komme i gang.',
  'account.invitation.mail.limit':
    'Linket virker i 7 dage. Hvis du ikke ventede denne mail, skal du ikke gøre noget.',
  'account.invitation.mail.button': 'Kom i gang',
  'account.confirm.submit': 'Fortsæt',
} as const
