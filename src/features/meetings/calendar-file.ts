import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

export interface CalendarMeeting {
  id: string
  /** Whether the reader's calendar is asked for the time, or told that it is free again. */
  method: 'REQUEST' | 'CANCEL'
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  stamp: Temporal.Instant
  summary: string
  description: string
  location: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * A meeting for one reader's calendar. Times are UTC, so that no calendar needs to know our
 * summer time; the UID never changes and the sequence rises, so that a change replaces and does not
 * add. It names no other participant.
 */
export function calendarFile(meeting: CalendarMeeting, host: string): string {
  const isOff = meeting.method === 'CANCEL'
  const calendar = ical({
    method: ICalCalendarMethod[meeting.method],
    prodId: { company: 'Makker', product: 'Makker' },
  })
  calendar.createEvent({
    id: `meeting-${meeting.id}@${host}`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: meeting.endsAt,
    stamp: meeting.stamp,
    status: isOff ? ICalEventStatus.CANCELLED : null,
    summary: meeting.summary,
    description: meeting.description,
    location: meeting.location,
    organizer: { name: quotable(meeting.organizer.name), email: meeting.organizer.address },
    attendees: [
      {
        name: quotable(meeting.attendee.name),
        email: meeting.attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !isOff,
      },
    ],
  })
  return calendar.toString()
}

/** A quoted parameter of a calendar line can hold neither quotes nor line ends (RFC 5545, 3.2). */
function quotable(name: string): string {
  return name.replace(/["\r\n]/g, ' ').trim()
}
