import { formatMoment } from '../../locales/format.ts'
import { type Locale, type Translate, translate } from '../../locales/translate.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'

/** Tells a volunteer when and where the interview is, or that it is off. The subject is neutral. */
export function interviewMail(interview: {
  to: { name: string; address: string | null; locale: Locale }
  state: 'booked' | 'cancelled'
  startsAt: Temporal.Instant
  siteName: string
  siteAddress: string
}): Message {
  const { to, state, startsAt, siteName, siteAddress } = interview
  const write = (t: Translate) => ({
    heading: t.dynamic(`requirements.mail.${state}.heading`),
    paragraphs: [
      t('requirements.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
      t.dynamic(`requirements.mail.${state}.text`),
    ],
    facts: [
      { label: t('meetings.mail.when'), value: formatMoment(t.locale, startsAt) },
      { label: t('meetings.mail.where'), value: `${siteName}, ${siteAddress}` },
    ],
  })
  const subject = translate(to.locale)('requirements.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write) }
}
