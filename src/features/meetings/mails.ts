import { formatMoment, formatTime } from '../../locales/format.ts'
import { type Locale, type Translate, translate } from '../../locales/translate.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'
import { calendarFile } from '../../mail/calendar-file.ts'

export interface Invitation {
  id: string
  to: { name: string; address: string | null; locale: Locale }
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  createdAt: Temporal.Instant
  siteName: string
  siteAddress: string
  /** Sender and host of the calendar's ids. */
  organizer: { name: string; address: string }
  host: string
}

/**
 * Invites one participant, with the meeting as a calendar file. Subject and summary say "appointment
 * at the library" and no more: they show on locked screens and in shared calendars.
 */
export function meetingInvitation(invitation: Invitation): Message {
  const { to, siteName, siteAddress, startsAt, endsAt } = invitation
  const t = translate(to.locale)
  const place = `${siteName}, ${siteAddress}`
  const write = (t: Translate) => ({
    heading: t('meetings.mail.heading'),
    paragraphs: [
      t('meetings.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
      t('meetings.mail.text'),
    ],
    facts: [
      {
        label: t('meetings.mail.when'),
        value: t('meetings.mail.fromTo', {
          from: formatMoment(t.locale, startsAt),
          to: formatTime(t.locale, endsAt),
        }),
      },
      { label: t('meetings.mail.where'), value: place },
    ],
  })
  const calendar = calendarFile(
    {
      ...invitation,
      method: 'REQUEST',
      id: `meeting-${invitation.id}`,
      stampedAt: invitation.createdAt,
      summary: t('meetings.mail.subject'),
      description: t('meetings.mail.text'),
      location: place,
      attendee: { name: to.name, address: to.address ?? `person@${invitation.host}` },
    },
    invitation.host,
  )
  const subject = t('meetings.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, write), calendar }
}
