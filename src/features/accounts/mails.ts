import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'
import type { Locale } from '../../locales/locale.ts'
import { translatePublic } from '../../locales/translate.ts'

/** The invitation to choose a password. It names the municipality, but no participant. */
export function staffInvitation(invitation: {
  to: { name: string; address: string }
  locale: Locale
  municipality: string
  url: string
}): Message {
  const { to, locale, municipality, url } = invitation
  return {
    to,
    locale,
    subject: translatePublic(locale)('account.invitation.mail.subject'),
    ...renderMail(locale, (t) => ({
      heading: t('account.invitation.mail.heading', { name: to.name }),
      paragraphs: [
        t('account.invitation.mail.text', { municipality }),
        t('account.invitation.mail.limit'),
      ],
      button: { label: t('account.invitation.mail.button'), url },
    })),
  }
}
