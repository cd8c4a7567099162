import { addDays, daysBetween } from './profile.ts'
import type { DaysAway, IsoDate } from './types.ts'
import { FIRST_MEETING_FROM_DAYS, FIRST_MEETING_SPAN_DAYS, LEAST_DAYS_AT_HOME } from './weights.ts'

/**
 * The last day of an absence that leaves too few days for a first meeting of a pair proposed today; null
 * without one. Shorter absences only affect when the pair meets.
 */
export function awayUntil(away: readonly DaysAway[] | undefined, today: IsoDate): IsoDate | null {
  if (away === undefined || away.length === 0) return null
  const first = addDays(today, FIRST_MEETING_FROM_DAYS)
  const isAway = new Array<boolean>(FIRST_MEETING_SPAN_DAYS).fill(false)
  let until: IsoDate = today
  for (const { from, to } of away) {
    const start = Math.max(0, daysBetween(first, from))
    const end = Math.min(FIRST_MEETING_SPAN_DAYS, daysBetween(first, to) + 1)
    if (start >= end) continue
    isAway.fill(true, start, end)
    if (to > until) until = to
  }
  const daysAtHome = isAway.filter((day) => !day).length
  return daysAtHome < LEAST_DAYS_AT_HOME ? until : null
}
