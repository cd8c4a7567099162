import { formatMoment, formatTime } from '../../locales/format.ts'
import type { Locale } from '../../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../../locales/translate.ts'
import { calendarFile } from '../../mail/calendar-file.ts'
import { renderMail } from '../../mail/layout.ts'
import type { Message } from '../../mail/message.ts'

export interface Invitation {
  id: string
  to: { name: string; address: string | null; locale: Locale }
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  /** When the meeting was planned, changed or cancelled. */
  changedAt: Temporal.Instant
  /** Where this participant answers the invitation. */
  answerLink?: string
  siteName: string
  siteAddress: string
  /** The sender, and the host in calendar ids. */
  organizer: { name: string; address: string }
  host: string
}

/** Invites one participant, with the meeting as a calendar file. */
export function meetingInvitation(invitation: Invitation): Message {
  return write(invitation, 'REQUEST', (t) => ({
    heading: t('meetings.mail.heading'),
    text: t('meetings.mail.text'),
  }))
}

/** Removes the meeting from one participant's calendar, without a reason. */
export function meetingCancellation(invitation: Invitation): Message {
  return write(invitation, 'CANCEL', (t) => ({
    heading: t('meetings.mail.off.heading'),
    text: t('meetings.mail.off.text'),
  }))
}

/** Subject and summary reveal nothing, because locked screens and shared calendars show them. */
function write(
  invitation: Invitation,
  method: 'REQUEST' | 'CANCEL',
  words: (t: PublicTranslate) => { heading: string; text: string },
): Message {
  const { to, siteName, siteAddress, startsAt, endsAt } = invitation
  const t = translatePublic(to.locale)
  const place = `${siteName}, ${siteAddress}`
  const letter = (t: PublicTranslate) => {
    const { heading, text } = words(t)
    const time = { from: formatMoment(t.locale, startsAt), to: formatTime(t.locale, endsAt) }
    return {
      heading,
      paragraphs: [t('meetings.mail.greeting', { name: to.name.split(/\s+/)[0]! }), text],
      facts: [
        { label: t('meetings.mail.when'), value: t('meetings.mail.fromTo', time) },
        { label: t('meetings.mail.where'), value: place },
      ],
    }
  }
  const calendar = calendarFile(
    {
      ...invitation,
      method,
      id: `meeting-${invitation.id}`,
      summary: t('meetings.mail.subject'),
      description: words(t).text,
      location: place,
      attendee: { name: to.name, address: to.address ?? `person@${invitation.host}` },
    },
    invitation.host,
  )
  const subject = t(method === 'CANCEL' ? 'meetings.mail.off.subject' : 'meetings.mail.subject')
  return { to, locale: to.locale, subject, ...renderMail(to.locale, letter), calendar }
}
