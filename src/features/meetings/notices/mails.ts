import { formatList, formatMoment, formatShortDay, formatTime } from '../../../locales/format.ts'
import type { MailTranslate } from '../../../locales/translate.ts'
import type { Draft, Letter, ShortText } from '../../../mail/message.ts'
import type { Details } from './news.ts'

export interface Meeting {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  venue: string
  sequence: number
  createdAt: Temporal.Instant
  /** When the sequence was raised last. */
  changedAt: Temporal.Instant | null
  interpreter: boolean
  childCare: boolean
}

/** A meeting that is off for a reader, and as they know it. */
export interface Cancelled {
  meeting: Meeting
  before: Details
}

export interface ForReader {
  /** The first names of those whom the reader meets. */
  others: string[]
  answerLink: string
}

/** Invites one participant, with the meeting as a calendar file. */
export function meetingInvitation(meeting: Meeting, more: ForReader): Draft {
  const paragraphs = (t: MailTranslate) => [
    ...whom(t, more),
    t('meeting-invitation.text'),
    ...(meeting.interpreter ? [t('meeting-invitation.interpreter')] : []),
    ...(meeting.childCare ? [t('meeting-invitation.childCare')] : []),
  ]
  return {
    write: (t) => ({
      subject: t('meeting-invitation.subject'),
      heading: t('meeting-invitation.heading'),
      paragraphs: paragraphs(t),
      facts: whenAndWhere(t, { ...meeting, place: meeting.venue }),
      button: answerButton(t, more),
    }),
    appointments: (t) => [request(t, meeting, more)],
  }
}

/** Replaces the meeting in one participant's calendar: another time or place. */
export function meetingMove(meeting: Meeting, before: Details, more: ForReader): Draft {
  return {
    write: (t) => ({
      subject: t('meeting-moved.subject'),
      heading: t('meeting-moved.heading'),
      paragraphs: [t('meeting-moved.text')],
      facts: [
        ...whenAndWhere(t, { ...meeting, place: meeting.venue }),
        {
          label: t('meeting-moved.before'),
          value: `${formatMoment(t.locale, before.startsAt)}, ${before.place}`,
        },
      ],
      button: answerButton(t, more),
    }),
    short: {
      say: (t, place) => t('sms.meeting-moved', { at: at(t, meeting.startsAt, place) }),
      place: meeting.venue,
      link: more.answerLink,
    },
    appointments: (t) => [request(t, meeting, more)],
  }
}

/** Removes meetings from one participant's calendar, without a reason; there is at least one. */
export function meetingCancellation(off: readonly Cancelled[]): Draft {
  const [{ before }, ...more] = off as [Cancelled, ...Cancelled[]]
  const one = more.length === 0 ? 'one' : 'several'
  return {
    write: (t) => ({
      subject: t(`meeting-cancelled.${one}.subject`),
      heading: t(`meeting-cancelled.${one}.heading`),
      paragraphs: [t(`meeting-cancelled.${one}.text`)],
      facts: one === 'one' ? whenAndWhere(t, before) : cancelledFacts(t, off),
    }),
    ...(off.length > mostInSms ? {} : { short: shortCancellation(one, off) }),
    appointments: (t) => cancelledAppointments(t, off),
  }
}

/** More have no room in an SMS: they are told by letter. */
const mostInSms = 2

function shortCancellation(one: 'one' | 'several', off: readonly Cancelled[]): ShortText {
  const times = (t: MailTranslate) => off.map(({ before }) => at(t, before.startsAt))
  return {
    say: (t) => t(`sms.meeting-cancelled.${one}`, { at: formatList(t.locale, times(t)) }),
  }
}

/** The meetings that are off, a line each. */
export function cancelledFacts(
  t: MailTranslate,
  off: readonly Cancelled[],
): NonNullable<Letter['facts']> {
  return off.map(({ before }) => ({
    label: t('meeting-cancelled.off'),
    value: `${formatMoment(t.locale, before.startsAt)}, ${before.place}`,
  }))
}

export function meetingReminder(details: Details, more: ForReader): Draft {
  return {
    write: (t) => ({
      subject: t('meeting-reminder.subject'),
      heading: t('meeting-reminder.heading'),
      paragraphs: [...whom(t, more), t('meeting-reminder.text')],
      facts: whenAndWhere(t, details),
      button: answerButton(t, more),
    }),
    short: {
      say: (t, place) => t('sms.meeting-reminder', { at: at(t, details.startsAt, place) }),
      place: details.place,
      link: more.answerLink,
    },
  }
}

/** Takes meetings out of a calendar, at the times that its reader knows. */
export function cancelledAppointments(t: MailTranslate, off: readonly Cancelled[]) {
  return off.map(
    ({
      meeting: { id, sequence, createdAt, changedAt },
      before: { startsAt, endsAt, place: location },
    }) =>
      ({
        method: 'CANCEL',
        id: `meeting-${id}`,
        ...{ startsAt, endsAt, sequence, changedAt: changedAt ?? createdAt, location },
        summary: t('meeting-invitation.subject'),
        description: t('meeting-cancelled.one.heading'),
      }) as const,
  )
}

/** The summary reveals nothing, because locked screens and shared calendars show it. */
function request(
  t: MailTranslate,
  { id, startsAt, endsAt, venue, sequence, createdAt, changedAt }: Meeting,
  { answerLink }: ForReader,
) {
  return {
    method: 'REQUEST',
    id: `meeting-${id}`,
    ...{ startsAt, endsAt, sequence, changedAt: changedAt ?? createdAt },
    answerLink,
    summary: t('meeting-invitation.subject'),
    description: t('meeting-invitation.description'),
    location: venue,
  } as const
}

/** In the fewest words. */
function at(t: MailTranslate, startsAt: Temporal.Instant, place = ''): string {
  const day = formatShortDay(t.locale, startsAt)
  const when = t('sms.when', { day, time: formatTime(t.locale, startsAt) })
  return place === '' ? when : t('sms.at', { when, place })
}

function whenAndWhere(
  t: MailTranslate,
  { startsAt, endsAt, place }: Details,
): NonNullable<Letter['facts']> {
  const time = { from: formatMoment(t.locale, startsAt), to: formatTime(t.locale, endsAt) }
  return [
    { label: t('frame.when'), value: t('frame.fromTo', time) },
    { label: t('frame.where'), value: place },
  ]
}

function answerButton(t: MailTranslate, { answerLink: url }: ForReader) {
  return { label: t('meeting-invitation.answer'), url }
}

function whom(t: MailTranslate, { others }: ForReader): string[] {
  return others.length === 0
    ? []
    : [t('meeting-invitation.with', { names: formatList(t.locale, others) })]
}
