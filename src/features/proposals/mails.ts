import type { EnrolmentRole } from '../../db/types.ts'
import { formatDay } from '../../locales/format.ts'
import type { Locale } from '../../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../../locales/translate.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'

export interface AnswerRequest {
  to: { name: string; address: string | null; locale: Locale }
  role: EnrolmentRole
  /** The other's first name; nothing else is disclosed before both have said yes. */
  otherFirstName: string
  expiresAt: Temporal.Instant
  url: string
}

/** Asks one party for a yes or no. Does not say who is a refugee: others may read the screen. */
export function answerRequest(request: AnswerRequest): Message {
  const { to, role, otherFirstName, expiresAt, url } = request
  const write = (t: PublicTranslate) => ({
    heading: t('proposals.mail.heading', { name: otherFirstName }),
    paragraphs: [
      t('proposals.mail.greeting', { name: firstName(to.name) }),
      t.dynamic(`proposals.mail.${role}`, { name: otherFirstName }),
      t('proposals.mail.until', { day: formatDay(t.locale, expiresAt) }),
    ],
    button: { label: t('proposals.mail.button'), url },
  })
  const subject = translatePublic(to.locale)('proposals.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write) }
}

/** Tells a party that the offer is withdrawn, without a name or reason: the other may be erased. */
export function offerWithdrawal(to: AnswerRequest['to']): Message {
  const write = (t: PublicTranslate) => ({
    heading: t('proposals.withdrawnMail.heading'),
    paragraphs: [
      t('proposals.mail.greeting', { name: firstName(to.name) }),
      t('proposals.withdrawnMail.text'),
      t('proposals.withdrawnMail.next'),
    ],
  })
  const subject = translatePublic(to.locale)('proposals.withdrawnMail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write) }
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
