import { formatDay } from '../../../locales/format.ts'
import type { Locale } from '../../../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../../../locales/translate.ts'
import { renderMail } from '../../../mail/layout.ts'
import type { Message } from '../../../mail/message.ts'

/** Asks whether somebody is still interested, without saying in what. */
export function reconfirmationMail(question: {
  to: { name: string; address: string | null; locale: Locale }
  answerBy: Temporal.Instant
  url: string
}): Message {
  const { to, answerBy, url } = question
  const write = (t: PublicTranslate) => ({
    heading: t('reconfirm.mail.heading'),
    paragraphs: [
      t('reconfirm.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
      t('reconfirm.mail.text'),
      t('reconfirm.mail.until', { day: formatDay(t.locale, answerBy) }),
    ],
    button: { label: t('reconfirm.mail.button'), url },
  })
  const subject = translatePublic(to.locale)('reconfirm.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write) }
}
