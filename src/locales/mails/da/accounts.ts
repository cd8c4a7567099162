export const accounts = {
  'staff-invitation.subject': 'Invitation til Makker',
  'staff-invitation.heading': 'Velkommen',
  'staff-invitation.text':
    'Du er inviteret til at bruge Makker i {$municipality}. Tryk på knappen for at komme i gang.',
  'staff-invitation.limit':
    'Linket virker i 7 dage. Hvis du ikke ventede denne mail, skal du ikke gøre noget.',
  'staff-invitation.button': 'Kom i gang',
} as const
