import { formatMoment } from '../../locales/format.ts'
import type { Locale } from '../../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../../locales/translate.ts'
import { calendarFile } from '../../mail/calendar-file.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'
import { interviewLasts } from './schema.ts'

/**
 * Tells a volunteer and their calendar when and where the interview is, or that it is cancelled.
 * The subject is neutral: it shows on locked screens and in shared calendars.
 */
export function interviewMail(interview: {
  id: string
  to: { name: string; address: string | null; locale: Locale }
  state: 'booked' | 'cancelled'
  startsAt: Temporal.Instant
  sequence: number
  changedAt: Temporal.Instant
  siteName: string
  siteAddress: string
  organizer: { name: string; address: string }
  host: string
}): Message {
  const { to, state, startsAt, siteName, siteAddress, host } = interview
  const write = (t: PublicTranslate) => ({
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
  const t = translatePublic(to.locale)
  const subject = t('requirements.mail.subject')
  const calendar = calendarFile(
    {
      ...interview,
      method: state === 'booked' ? 'REQUEST' : 'CANCEL',
      id: `interview-${interview.id}`,
      endsAt: startsAt.add(interviewLasts),
      summary: subject,
      description: t.dynamic(`requirements.mail.${state}.text`),
      location: `${siteName}, ${siteAddress}`,
      attendee: { name: to.name, address: to.address ?? `person@${host}` },
    },
    host,
  )
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write), calendar }
}
