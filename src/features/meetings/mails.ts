import { formatMoment, formatTime } from '../../locales/format.ts'
import type { Draft } from '../../mail/message.ts'

export interface Invitation {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  /** When the meeting was planned, changed or cancelled. */
  changedAt: Temporal.Instant
  /** Where this participant answers the invitation. */
  answerLink?: string
  venue: string
}

/** Invites one participant, with the meeting as a calendar file. */
export function meetingInvitation(invitation: Invitation): Draft {
  return draft(invitation, 'meeting-invitation')
}

/** Removes the meeting from one participant's calendar, without a reason. */
export function meetingCancellation(invitation: Invitation): Draft {
  return draft(invitation, 'meeting-cancelled')
}

/** Subject and summary reveal nothing, because locked screens and shared calendars show them. */
function draft(meeting: Invitation, kind: 'meeting-invitation' | 'meeting-cancelled'): Draft {
  const { id, venue, startsAt, endsAt, sequence, changedAt, answerLink } = meeting
  return {
    write: (t) => {
      const time = { from: formatMoment(t.locale, startsAt), to: formatTime(t.locale, endsAt) }
      return {
        subject: t(`${kind}.subject`),
        heading: t(`${kind}.heading`),
        paragraphs: [t(`${kind}.text`)],
        facts: [
          { label: t('frame.when'), value: t('frame.fromTo', time) },
          { label: t('frame.where'), value: venue },
        ],
      }
    },
    appointments: (t) => [
      {
        method: kind === 'meeting-invitation' ? 'REQUEST' : 'CANCEL',
        id: `meeting-${id}`,
        ...{ startsAt, endsAt, sequence, changedAt },
        ...(answerLink === undefined ? {} : { answerLink }),
        summary: t('meeting-invitation.subject'),
        description: t(`${kind}.text`),
        location: venue,
      },
    ],
  }
}
