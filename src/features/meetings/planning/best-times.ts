import { zone } from '../../../locales/zone.ts'
import type { Period } from '../../places/schema.ts'

type BestReason = 'as-last-time' | 'soonest' | 'room-to-spare' | 'other-weekday' | 'other-day'

export interface BestTime {
  startsAt: Temporal.Instant
  reason: BestReason
}

const shown = 3
/** Long enough to be late, or to talk on. */
const toSpare = { minutes: 60 }
const soon = { hours: 14 * 24 }

/**
 * The three best of the free times, in order: the time of day and week at which the pair met last,
 * the soonest, one of the next two weeks with room before and after it, and others on other days.
 */
export function bestTimes(
  free: readonly Period[],
  minutes: number,
  last: Temporal.Instant | undefined,
): BestTime[] {
  const best: BestTime[] = []
  const days = new Set<string>()
  const weekdays = new Set<number>()
  const add = (reason: BestReason, startsAt: Temporal.Instant | undefined) => {
    if (startsAt === undefined || best.length === shown) return
    const local = startsAt.toZonedDateTimeISO(zone)
    const day = local.toPlainDate().toString()
    if (days.has(day)) return
    if (reason === 'other-weekday' && weekdays.has(local.dayOfWeek)) return
    days.add(day)
    weekdays.add(local.dayOfWeek)
    best.push({ startsAt, reason })
  }
  const [first] = free
  if (first === undefined) return []
  if (last !== undefined) add('as-last-time', asLastTime(free, minutes, last))
  add('soonest', first.startsAt)
  const limit = first.startsAt.add(soon)
  const isSoon = ({ startsAt }: Period) => Temporal.Instant.compare(startsAt, limit) < 0
  add('room-to-spare', roomiest(free.filter(isSoon), minutes))
  for (const { startsAt } of free) add('other-weekday', startsAt)
  for (const { startsAt } of free) add('other-day', startsAt)
  return best.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

/** The first free time with the weekday and time of day of the last meeting. */
function asLastTime(
  free: readonly Period[],
  minutes: number,
  last: Temporal.Instant,
): Temporal.Instant | undefined {
  const local = last.toZonedDateTimeISO(zone)
  for (const { startsAt, endsAt } of free) {
    const day = startsAt.toZonedDateTimeISO(zone)
    const at = day.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: local.toPlainTime() })
    const isWithin =
      Temporal.Instant.compare(startsAt, at.toInstant()) <= 0 &&
      Temporal.Instant.compare(at.toInstant().add({ minutes }), endsAt) <= 0
    if (isWithin && at.dayOfWeek === local.dayOfWeek) return at.toInstant()
  }
  return undefined
}

/** The middle of the longest free time, at a quarter of an hour, if it leaves room on both sides. */
function roomiest(free: readonly Period[], minutes: number): Temporal.Instant | undefined {
  const spare = ({ startsAt, endsAt }: Period) => endsAt.since(startsAt).total('minutes') - minutes
  const [longest] = free.toSorted((a, b) => spare(b) - spare(a))
  if (longest === undefined || spare(longest) < toSpare.minutes) return undefined
  return longest.startsAt.add({ minutes: 15 * Math.floor(spare(longest) / 2 / 15) })
}
