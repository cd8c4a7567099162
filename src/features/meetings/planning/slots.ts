import { zone } from '../../../locales/zone.ts'

export interface Attendee {
  id: string
  /** Weekly hours in local time; day 1 is Monday. */
  hours: readonly { day: number; starts: string; ends: string }[]
  /** Planned meetings, and periods away in which the weekly hours do not apply. */
  busy: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]
}

export interface Slot {
  startsAt: Temporal.Instant
  notFree: string[]
}

/** Early enough that both see the invitation, and soon enough that they remember it. */
const daysAhead = 14
const stepMinutes = 30
const slotsPerDay = 2

/** The best times of the next two weeks, at most two a day: fewest missing first, then by time. */
export function findSlots(
  attendees: readonly Attendee[],
  now: Temporal.Instant,
  minutes: number,
  limit: number,
): Slot[] {
  const tomorrow = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  const slots: Slot[] = []
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const day = tomorrow.add({ days: ahead })
    const starts = startTimes(attendees, day.dayOfWeek, minutes)
    const onDay = starts.map((time) => {
      const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
      return { startsAt, notFree: notFree(attendees, startsAt, minutes) }
    })
    // Drops times at which no one is free, such as the hour that summer time skips.
    const possible = onDay.filter((slot) => slot.notFree.length < attendees.length)
    slots.push(...possible.sort(byMissing).slice(0, slotsPerDay))
  }
  return slots.sort(byMissing).slice(0, limit)
}

function byMissing(a: Slot, b: Slot): number {
  return a.notFree.length - b.notFree.length || Temporal.Instant.compare(a.startsAt, b.startsAt)
}

/** The names of attendees who are outside their weekly hours or in another meeting at that time. */
export function notFree(
  attendees: readonly Attendee[],
  startsAt: Temporal.Instant,
  minutes: number,
): string[] {
  return attendees
    .filter((attendee) => !isFree(attendee, startsAt, minutes))
    .map((attendee) => attendee.id)
}

function isFree(attendee: Attendee, startsAt: Temporal.Instant, minutes: number): boolean {
  const endsAt = startsAt.add({ minutes })
  const local = startsAt.toZonedDateTimeISO(zone)
  const from = minuteOfDay(local.toPlainTime().toString())
  const withinHours = attendee.hours.some(
    ({ day, starts, ends }) =>
      day === local.dayOfWeek && minuteOfDay(starts) <= from && from + minutes <= minuteOfDay(ends),
  )
  const overlaps = attendee.busy.some(
    (meeting) =>
      Temporal.Instant.compare(meeting.startsAt, endsAt) < 0 &&
      Temporal.Instant.compare(startsAt, meeting.endsAt) < 0,
  )
  return withinHours && !overlaps
}

/** Every half hour of the day at which at least one attendee could begin. */
function startTimes(
  attendees: readonly Attendee[],
  weekday: number,
  minutes: number,
): Temporal.PlainTime[] {
  const found = new Set<number>()
  for (const { hours } of attendees)
    for (const { day, starts, ends } of hours) {
      if (day !== weekday) continue
      const first = Math.ceil(minuteOfDay(starts) / stepMinutes) * stepMinutes
      for (let at = first; at + minutes <= minuteOfDay(ends); at += stepMinutes) found.add(at)
    }
  return [...found]
    .sort((a, b) => a - b)
    .map((at) => new Temporal.PlainTime(Math.floor(at / 60), at % 60))
}

/** `HH:MM[:SS]` as minutes; 24:00 is 1440. */
function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
