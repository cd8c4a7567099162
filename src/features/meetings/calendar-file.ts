import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'

export interface CalendarMeeting {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  sequence: number
  createdAt: Temporal.Instant
  summary: string
  description: string
  location: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * A meeting request for one reader's calendar. Times are UTC, so that no calendar needs to know our
 * summer time; the UID never changes and the sequence rises, so that a change replaces and does not
 * add. It names no other participant.
 */
export function meetingRequest(meeting: CalendarMeeting, host: string): string {
  const calendar = ical({
    method: ICalCalendarMethod.REQUEST,
    prodId: { company: 'Makker', product: 'Makker' },
  })
  calendar.createEvent({
    id: `meeting-${meeting.id}@${host}`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: meeting.endsAt,
    stamp: meeting.createdAt,
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
        rsvp: true,
      },
    ],
  })
  return calendar.toString()
}

/** A quoted parameter of a calendar line can hold neither quotes nor line ends (RFC 5545, 3.2). */
function quotable(name: string): string {
  return name.replace(/["\r\n]/g, ' ').trim()
}
