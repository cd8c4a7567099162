import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'
import { holidaysBetween } from '../holidays.ts'
import type { Period } from '../schema.ts'
import { offsetsBetween } from '../wall-time.ts'
import { zone } from '../../../locales/zone.ts'

type Tx = Transaction<DB>

/** Whose weekly hours must hold: people's, and those of a site, all of them or the staffed ones. */
export interface Hours {
  personIds: readonly string[]
  site?: { id: string; staffed: boolean } | undefined
}

/** Who must not be booked: the people, and a coordinator and a room if they are needed. */
export interface Needed extends Hours {
  accountId?: string | undefined
  roomId?: string | undefined
  /** A planned meeting that is to be moved: what it takes up is free. */
  meetingId?: string | undefined
}

/**
 * The rule of weekly hours, in one place: for each holder the instants of a period that lie in their
 * hours, on days when these hold. Touching intervals are one. The rows are `(holder, free)`.
 *
 * An hour is counted by what clocks show: each stretch with one offset from UTC has its own, so an
 * hour that is skipped does not exist and one that comes twice is free twice.
 */
function hoursWithin(
  { personIds, site }: Hours,
  { startsAt, endsAt }: Period,
): RawBuilder<unknown> {
  const first = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const last = endsAt.toZonedDateTimeISO(zone).toPlainDate()
  const stretches = offsetsBetween(startsAt, endsAt)
  const holidays = holidaysBetween(first, last.add({ days: 1 })).map(({ day }) => day.toString())
  const siteId = site?.id ?? null
  return sql`
    select weekly.holder, range_agg(stretch.during * tstzrange(
      (day + weekly.starts - stretch.ahead) at time zone 'UTC',
      (day + weekly.ends - stretch.ahead) at time zone 'UTC')) as free
    from (
      select person_id as holder, day as weekday, starts, ends from availability
        where ${inScope('availability')} and person_id = any(${[...personIds]}::uuid[])
      union all
      select site_id, day, opens, closes from site_hours
        where ${inScope('site_hours')} and site_id = ${siteId}::uuid
          and (staffed or not ${site?.staffed ?? false}::boolean)
    ) as weekly
    join (
      select day, extract(isodow from day) as weekday
      from generate_series(0, ${last}::date - ${first}::date) as later
      cross join lateral (select ${first}::date + later) as dated (day)
    ) as days using (weekday)
    cross join (
      select tstzrange(starts_at, ends_at) as during, make_interval(mins => minutes) as ahead
      from unnest(
        ${stretches.map((one) => one.startsAt.toString())}::timestamptz[],
        ${stretches.map((one) => one.endsAt.toString())}::timestamptz[],
        ${stretches.map((one) => one.minutes)}::integer[]
      ) as stretches (starts_at, ends_at, minutes)
    ) as stretch
    where not exists (
      select from availability_exception as away
      where ${inScope('away', 'availability_exception')} and away.person_id = weekly.holder
        and day >= away.starts_on and day < away.ends_before
    ) and (weekly.holder is distinct from ${siteId}::uuid or not coalesce(
      (select not site_day.opens from site_day
        where ${inScope('site_day')} and site_day.site_id = ${siteId}::uuid and site_day.day = days.day),
      day = any(${holidays}::date[])
    ))
    group by weekly.holder`
}

/** The times of a period at which everybody can meet for so long, each from a quarter of an hour. */
export async function listFreeTimes(
  db: Tx,
  needed: Needed,
  period: Period,
  minutes: number,
): Promise<Period[]> {
  const { personIds, site, accountId, roomId, meetingId } = needed
  const withHours = new Set([...personIds, ...(site === undefined ? [] : [site.id])])
  const holders = [...personIds, accountId, roomId].filter((id) => id !== undefined)
  const { rows } = await sql<Period>`
    with common as (
      select range_intersect_agg(free) as free from (${hoursWithin(needed, period)}) as hours
      having count(*) = ${withHours.size}
    ), taken as (
      select range_agg(during) as during from booking
      where ${inScope('booking')} and holder = any(${holders}::uuid[])
        and during && tstzrange(${period.startsAt}, ${period.endsAt})
        and meeting_id is distinct from ${meetingId ?? null}::uuid
    )
    select starts_at, upper(piece) as ends_at
    from common cross join taken
    cross join lateral unnest(common.free - coalesce(taken.during, '{}'::tstzmultirange)) as piece
    cross join lateral date_bin('15 minutes', lower(piece) + interval '14:59.999999', 'epoch') as starts_at
    where upper(piece) - starts_at >= make_interval(mins => ${minutes})
    order by 1`.execute(db)
  return rows
}

/** The people, and the site, in whose weekly hours a period does not lie. */
export async function listOutsideHours(db: Tx, hours: Hours, period: Period): Promise<string[]> {
  const { personIds, site } = hours
  const holders = [...personIds, ...(site === undefined ? [] : [site.id])]
  const { rows } = await sql<{ holder: string }>`
    select holder from unnest(${holders}::uuid[]) as holder
    left join (${hoursWithin(hours, period)}) as hours using (holder)
    where not coalesce(free @> tstzrange(${period.startsAt}, ${period.endsAt}), false)
    order by holder`.execute(db)
  return rows.map(({ holder }) => holder)
}

/** Who and what is booked, away or closed on some day of a period, by weekday. */
export async function listTakenOn(
  db: Tx,
  { personIds, site, accountId, roomId }: Needed,
  { startsAt, endsAt }: Period,
): Promise<{ weekday: number; holder: string }[]> {
  const holders = [...personIds, accountId, roomId].filter((id) => id !== undefined)
  const first = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const last = endsAt.toZonedDateTimeISO(zone).toPlainDate()
  const holidays = holidaysBetween(first, last).map(({ day }) => day.toString())
  const siteId = site?.id ?? null
  const { rows } = await sql<{ weekday: number; holder: string }>`
    select distinct extract(isodow from day)::integer as weekday, holder
    from (
      select (lower(during) at time zone ${zone})::date as day, holder from booking
        where ${inScope('booking')} and holder = any(${holders}::uuid[])
          and during && tstzrange(${startsAt}, ${endsAt})
      union all
      select starts_on + later, person_id from availability_exception
        cross join lateral generate_series(
          greatest(0, ${first}::date - starts_on), least(ends_before, ${last}::date) - starts_on - 1) as later
        where ${inScope('availability_exception')} and person_id = any(${[...personIds]}::uuid[])
      union all
      select day, site_id from site_day
        where ${inScope('site_day')} and site_id = ${siteId}::uuid and not opens
          and day between ${first}::date and ${last}::date
      union all
      select day, ${siteId}::uuid from unnest(${holidays}::date[]) as day
        where ${siteId}::uuid is not null and not exists (
          select from site_day as own where ${inScope('own', 'site_day')}
            and own.site_id = ${siteId}::uuid and own.day = day.day)
    ) as taken
    order by 1, 2`.execute(db)
  return rows
}

/** When a site is open in a period, or staffed, without the days on which it is closed. */
export async function listOpenTimes(
  db: Tx,
  site: NonNullable<Hours['site']>,
  period: Period,
): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select lower(piece) as starts_at, upper(piece) as ends_at
    from (${hoursWithin({ personIds: [], site }, period)}) as hours
    cross join lateral unnest(free) as piece
    order by 1`.execute(db)
  return rows
}
