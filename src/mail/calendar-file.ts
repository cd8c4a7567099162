import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'

export interface Appointment {
  /** Whether it takes place or is cancelled. */
  method: 'REQUEST' | 'CANCEL'
  /** Stays the same while the appointment is moved, such as `meeting-…`. */
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  /** When this version of the appointment was made: the same in every copy of it. */
  changedAt: Temporal.Instant
  /** Neutral: locked screens and shared calendars show it. */
  summary: string
  description: string
  /** Where the attendee answers. The file itself asks for no reply, since nobody reads the mailbox. */
  answerLink?: string
  location: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/** An appointment in a calendar that its owner subscribes to. */
export type CalendarEntry = Omit<
  Appointment,
  'method' | 'organizer' | 'attendee' | 'answerLink'
> & {
  isOff: boolean
}

/** A calendar file, as mails attach it. */
export interface CalendarFile {
  method: Appointment['method']
  content: string
}

/**
 * An appointment for one reader's calendar, or its cancellation. Times are UTC, so that no calendar
 * needs our rules of summer time. The UID stays and the sequence rises, so that a change replaces
 * the entry. It names no other participant.
 */
export function calendarFile(appointment: Appointment, host: string): CalendarFile {
  const { method, answerLink } = appointment
  const answer = method === 'CANCEL' || answerLink === undefined ? [] : [answerLink]
  const calendar = ical({ method: ICalCalendarMethod[method], prodId })
  const description = [appointment.description, ...answer].join('\n\n')
  calendar.createEvent({
    ...eventOf({ ...appointment, description, isOff: method === 'CANCEL' }, host),
    organizer: { name: quotable(appointment.organizer.name), email: appointment.organizer.address },
    attendees: [
      {
        name: quotable(appointment.attendee.name),
        email: appointment.attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  })
  return { method, content: contentOf(calendar) }
}

/**
 * A calendar to subscribe to, with the same ids and versions as the mailed files; without people. Its name
 * is a text of ours: the package does not escape it.
 */
export function calendarFeed(
  name: string,
  entries: readonly CalendarEntry[],
  host: string,
): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId,
    name,
    ttl: 60 * 60,
  })
  for (const entry of entries) calendar.createEvent(eventOf(entry, host))
  return contentOf(calendar)
}

const prodId = { company: 'Makker', product: 'Makker' }

function eventOf(entry: CalendarEntry, host: string): ICalEventData {
  const [description, location] = [printable(entry.description), printable(entry.location)]
  return {
    id: `${entry.id}@${host}`,
    status: entry.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: entry.sequence,
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: entry.changedAt,
    summary: printable(entry.summary),
    ...(description !== '' && { description }),
    ...(location !== '' && { location }),
  }
}

/** Each line ends in CRLF, also the last (RFC 5545, 3.1), which the package leaves out. */
function contentOf(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`
}

/**
 * A text of a calendar holds no control characters but tabs and line ends (RFC 5545, 3.1). Calendars
 * disagree about a backslash before an n.
 */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll('\\', '/')
}

/**
 * A quoted parameter of a calendar line can hold neither quotes nor line ends (RFC 5545, 3.2), and
 * calendars disagree about semicolons, carets and backslashes in it. It is not empty.
 */
function quotable(name: string): string {
  return name.replace(/["^;\\\u2028\u2029\p{Cc}]/gu, ' ').trim() || '–'
}
