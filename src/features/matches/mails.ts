import type { Locale } from '../../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../../locales/translate.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'

/** Says that a match is over, without a name or a reason: the other party may have been erased. */
export function matchEnd(to: { name: string; address: string | null; locale: Locale }): Message {
  const write = (t: PublicTranslate) => ({
    heading: t('matches.mail.heading'),
    paragraphs: [
      t('matches.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
      t('matches.mail.text'),
      t('matches.mail.next'),
    ],
  })
  const subject = translatePublic(to.locale)('matches.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write) }
}
