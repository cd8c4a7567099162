import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { Message } from './message.ts'

export interface Appointment {
  /** Whether it takes place or is cancelled. */
  method: 'REQUEST' | 'CANCEL'
  /** Stays the same while the appointment is moved, such as `meeting-…`. */
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  /** When the appointment was made or changed. */
  stampedAt: Temporal.Instant
  summary: string
  description: string
  location: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * An appointment for one reader's calendar, or its cancellation. Times are UTC, so that no calendar
 * needs our rules of summer time. The UID stays and the sequence rises, so that a change replaces
 * the entry. It names no other participant.
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
