import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { Message } from './message.ts'

export interface Appointment {
  /** Whether it is to be, or is off. */
  method: 'REQUEST' | 'CANCEL'
  /** The same for as long as it is the same appointment, such as `meeting-…`. */
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  /** When what the mail tells came about. */
  stampedAt: Temporal.Instant
  summary: string
  description: string
  location: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * An appointment for one reader's calendar, or its end. Times are UTC, so that no calendar needs to know our
 * summer time; the UID never changes and the sequence rises, so that a change replaces and does not
 * add. It names no other participant.
 */
export function calendarFile(
  appointment: Appointment,
  host: string,
): NonNullable<Message['calendar']> {
  const { method } = appointment
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
    stamp: appointment.stampedAt,
    summary: appointment.summary,
    description: appointment.description,
    location: appointment.location,
    organizer: { name: quotable(appointment.organizer.name), email: appointment.organizer.address },
    attendees: [
      {
        name: quotable(appointment.attendee.name),
        email: appointment.attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: method === 'REQUEST',
      },
    ],
  })
  return { method, content: calendar.toString() }
}

/** A quoted parameter of a calendar line can hold neither quotes nor line ends (RFC 5545, 3.2). */
function quotable(name: string): string {
  return name.replace(/["\r\n]/g, ' ').trim()
}
