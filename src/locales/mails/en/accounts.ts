import type { accounts as danish } from '../da/accounts.ts'

export const accounts = {
  'staff-invitation.subject': 'Invitation to Makker',
  'staff-invitation.heading': 'Welcome',
  'staff-invitation.text':
    'You are invited to use Makker in {$municipality}. Press the button to begin.',
  'staff-invitation.limit':
    'The link works for 7 days. If you did not expect this e-mail, you do not need to do anything.',
  'staff-invitation.button': 'Begin',
} satisfies Record<keyof typeof danish, string>
