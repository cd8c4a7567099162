// Places owns where and when people can meet: sites, their hours and rooms, and who is booked when.

/** Who or what a booking takes up: a person, a room, or a coordinator's account. */
export interface Holder {
  kind: 'person' | 'room' | 'account'
  id: string
}

/** What a booking is for. */
export type Appointment = { meetingId: string } | { interviewId: string }

export interface Period {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}
