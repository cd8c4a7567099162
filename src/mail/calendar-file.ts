import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
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
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Makker', product: 'Makker' },
  })
  calendar.createEvent({
    id: `${appointment.id}@${host}`,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: appointment.sequence,
    start: appointment.startsAt,
    end: appointment.endsAt,
    stamp: appointment.changedAt,
    summary: printable(appointment.summary),
    description: printable([appointment.description, ...answer].join('\n\n')),
    location: printable(appointment.location),
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
  // Each line ends in CRLF, also the last (RFC 5545, 3.1), which the package leaves out.
  return { method, content: `${calendar.toString()}\r\n` }
}

/** A text of a calendar holds no control characters but tabs and line ends (RFC 5545, 3.1). */
function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
}

/** A quoted parameter of a calendar line can hold neither quotes nor line ends (RFC 5545, 3.2). */
function quotable(name: string): string {
  return name.replace(/["\p{Cc}]/gu, ' ').trim()
}
