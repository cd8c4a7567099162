import type { Draft } from '../../mail/message.ts'

/** The invitation to choose a password. It names the municipality, but no participant. */
export function staffInvitation(invitation: { municipality: string; url: string }): Draft {
  const { municipality, url } = invitation
  return {
    write: (t) => ({
      subject: t('staff-invitation.subject'),
      heading: t('staff-invitation.heading'),
      paragraphs: [t('staff-invitation.text', { municipality }), t('staff-invitation.limit')],
      button: { label: t('staff-invitation.button'), url },
    }),
  }
}
