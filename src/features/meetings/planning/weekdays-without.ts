import { zone } from '../../../locales/zone.ts'
import { type WeekBits, weekBits } from '../../../matching/availability.ts'
import type { Period } from '../../places/schema.ts'

/** Weekly hours as the database has them: day 1 is Monday. */
interface WeeklyHours {
  day: number
  starts: string
  ends: string
}

export interface WeekdayWithout {
  weekday: number
  /**
   * `no-hours`: some have no hours that day. `no-overlap`: the hours of all do not meet.
   * `one-too-many`: neither do these, but would without one of those named. `site-…`: the site is not
   * open or staffed. `taken`: on each of those days somebody or something is taken.
   */
  reason:
    | 'no-hours'
    | 'no-overlap'
    | 'one-too-many'
    | 'site-closed'
    | 'site-opens'
    | 'site-closes'
    | 'site-hours'
    | 'taken'
  names: string[]
  /** When the site opens or closes. */
  time: string | null
}

interface Wanted {
  people: readonly { name: string; hours: readonly WeeklyHours[] }[]
  site: readonly WeeklyHours[] | undefined
  minutes: number
}

const quarters = 4 * 24
const perWeek = 7 * quarters

/** The weekdays on which no free time begins, each with what stands in the way. */
export function weekdaysWithout(free: readonly Period[], wanted: Wanted): WeekdayWithout[] {
  const offered = new Set(free.flatMap((period) => weekdaysOf(period, wanted.minutes)))
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((weekday) => !offered.has(weekday))
    .map((weekday) => ({ weekday, time: null, names: [], ...explain(weekday, wanted) }))
}

/** The weekdays on which a meeting can begin in a free time, which may go past midnight. */
function weekdaysOf({ startsAt, endsAt }: Period, minutes: number): number[] {
  const latest = endsAt.subtract({ minutes }).toZonedDateTimeISO(zone).toPlainDate()
  const found: number[] = []
  let day = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  for (
    ;
    found.length < 7 && Temporal.PlainDate.compare(day, latest) <= 0;
    day = day.add({ days: 1 })
  )
    found.push(day.dayOfWeek)
  return found
}

function explain(
  weekday: number,
  { people, site, minutes }: Wanted,
): Partial<WeekdayWithout> & Pick<WeekdayWithout, 'reason'> {
  const weeks = people.map(({ name, hours }) => ({ name, week: bitsOf(hours) }))
  const without = weeks.filter(({ week }) => !begins([week], weekday, minutes))
  if (without.length > 0) return { reason: 'no-hours', names: without.map(({ name }) => name) }
  const all = weeks.map(({ week }) => week)
  if (!begins(all, weekday, minutes)) {
    if (people.length === 2) return { reason: 'no-overlap', names: weeks.map(({ name }) => name) }
    const names = weeks
      .filter((_, at) => begins(all.toSpliced(at, 1), weekday, minutes))
      .map(({ name }) => name)
    return names.length === 0 ? { reason: 'no-overlap' } : { reason: 'one-too-many', names }
  }
  if (site !== undefined && !begins([...all, bitsOf(site)], weekday, minutes))
    return explainSite(weekday, all, site, minutes)
  return { reason: 'taken' }
}

function explainSite(
  weekday: number,
  people: readonly WeekBits[],
  site: readonly WeeklyHours[],
  minutes: number,
): Pick<WeekdayWithout, 'reason'> & { time?: string } {
  const hours = site.filter(({ day }) => day === weekday)
  if (hours.length === 0) return { reason: 'site-closed' }
  const starts = startsOn(people, weekday, minutes)
  const opens = hours
    .map(({ starts }) => starts)
    .sort()[0]!
    .slice(0, 5)
  const closes = hours
    .map(({ ends }) => ends)
    .sort()
    .at(-1)!
    .slice(0, 5)
  const needed = slotsIn(minutes)
  if (starts.every((start) => start + needed > slotOf(closes)))
    return { reason: 'site-closes', time: closes }
  if (starts.every((start) => start < slotOf(opens))) return { reason: 'site-opens', time: opens }
  return { reason: 'site-hours' }
}

function begins(weeks: readonly WeekBits[], weekday: number, minutes: number): boolean {
  return startsOn(weeks, weekday, minutes).length > 0
}

/** The quarters of a weekday from which all are free for so long, past midnight too. */
function startsOn(weeks: readonly WeekBits[], weekday: number, minutes: number): number[] {
  const first = (weekday - 1) * quarters
  const isFree = (slot: number) => {
    const at = slot % perWeek
    return weeks.every((week) => ((week[at >> 5]! >>> (at & 31)) & 1) === 1)
  }
  const needed = slotsIn(minutes)
  const found: number[] = []
  for (let start = 0; start < quarters; start++) {
    let length = 0
    while (length < needed && isFree(first + start + length)) length++
    if (length === needed) found.push(start)
  }
  return found
}

function slotsIn(minutes: number): number {
  return Math.ceil(minutes / 15)
}

/** `17:15` as the 69th quarter of the day. */
function slotOf(time: string): number {
  return Number(time.slice(0, 2)) * 4 + Math.floor(Number(time.slice(3, 5)) / 15)
}

/** The bits that matching counts common time with. */
function bitsOf(hours: readonly WeeklyHours[]): WeekBits {
  return weekBits(
    hours.map(({ day, starts, ends }) => ({
      day: day as 1 | 2 | 3 | 4 | 5 | 6 | 7,
      from: starts.slice(0, 5),
      to: ends.slice(0, 5),
    })),
  )
}
