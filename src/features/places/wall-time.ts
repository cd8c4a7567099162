import { zone } from '../../locales/zone.ts'
import { type FieldProblem, Problem } from '../../problems.ts'

// The one place where the time on the wall becomes an instant, and back.

/** Which of two equal times, when the clocks are set back: the one in summer time comes first. */
export const occurrences = ['first', 'second'] as const
export type Occurrence = (typeof occurrences)[number]

export interface WallTime {
  startsAt: Temporal.Instant
  localStart: Temporal.PlainDateTime
  zone: string
}

/** An instant with the time that clocks show then. */
export function onTheWall(startsAt: Temporal.Instant): WallTime {
  return { startsAt, localStart: startsAt.toZonedDateTimeISO(zone).toPlainDateTime(), zone }
}

/**
 * The instant of a time on the wall. Refuses a time that the clocks skip, with the nearest quarters
 * of an hour on either side, and one that comes twice unless it is said which is meant.
 */
export function fromTheWall(
  localStart: Temporal.PlainDateTime,
  { pointer, occurrence }: { pointer: string; occurrence?: Occurrence | undefined },
): WallTime {
  const first = localStart.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = localStart.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!first.toPlainDateTime().equals(localStart)) {
    // `earlier` lies before the gap, so the next change is the one that skips.
    const change = first.getTimeZoneTransition('next')!
    throw refused({
      pointer,
      code: 'skipped',
      args: { before: clock(change.subtract({ minutes: 15 })), after: clock(change) },
    })
  }
  const isTwice = !first.equals(second)
  if (isTwice && occurrence === undefined) throw refused({ pointer, code: 'twice' })
  const meant = occurrence === 'second' ? second : first
  return { startsAt: meant.toInstant(), localStart, zone }
}

/** What says when: an instant, or the time on the wall and which of two equal ones. */
export interface When {
  startsAt?: Temporal.Instant | undefined
  localStart?: Temporal.PlainDateTime | undefined
  occurrence?: Occurrence | undefined
}

/** The field that says when. */
export function pointerOf({ startsAt }: When): '/startsAt' | '/localStart' {
  return startsAt === undefined ? '/localStart' : '/startsAt'
}

export function timeOf({ startsAt, localStart, occurrence }: When): WallTime {
  if (startsAt !== undefined) return onTheWall(startsAt)
  if (localStart !== undefined)
    return fromTheWall(localStart, { pointer: '/localStart', occurrence })
  throw refused({ pointer: '/startsAt', code: 'oneTime' })
}

function refused(field: FieldProblem): Problem {
  return new Problem('invalid-input', { fields: [field] })
}

function clock(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Stretches of time in which the clocks keep one offset from UTC, in minutes. */
export function offsetsBetween(
  from: Temporal.Instant,
  to: Temporal.Instant,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant; minutes: number }[] {
  const stretches = []
  for (let at = from.toZonedDateTimeISO(zone); Temporal.Instant.compare(at.toInstant(), to) < 0;) {
    const change = at.getTimeZoneTransition('next')
    const isBefore = change !== null && Temporal.Instant.compare(change.toInstant(), to) < 0
    const end = isBefore ? change : to.toZonedDateTimeISO(zone)
    stretches.push({
      startsAt: at.toInstant(),
      endsAt: end.toInstant(),
      minutes: at.offsetNanoseconds / 60e9,
    })
    at = end
  }
  return stretches
}
