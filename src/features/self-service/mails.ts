import type { Locale } from '../../locales/locale.ts'
import { translatePublic } from '../../locales/translate.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'

export function ownPageLink(link: {
  to: { name: string; address: string | null }
  locale: Locale
  url: string
}): Message {
  const { to, locale, url } = link
  return {
    to,
    locale,
    subject: translatePublic(locale)('self.mail.subject'),
    ...renderMail(locale, (t) => ({
      heading: t('self.mail.heading'),
      paragraphs: [t('self.mail.text'), t('self.mail.word'), t('self.mail.limit')],
      button: { label: t('self.mail.button'), url },
    })),
  }
}
