/*
 * Time to find the best times of one pair and of twenty, with reasons for the weekdays without one,
 * against one bare statement with the times of one pair: their weekly hours and those of the site,
 * intersected, without closed days and bookings, as a superuser. The three take turns. Fails where one pair takes more than 5 times as long, or twenty
 * more than 40 times.
 *
 *    npm run bench:planning [-- --rounds 200]
 */
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Context } from '../src/context.ts'
import { findTimes } from '../src/features/meetings/planning/find-times.ts'
import { addSite } from '../src/features/places/sites/add-site.ts'
import { startProgramme } from '../src/features/programmes/start.ts'
import { openScratch } from './scratch.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } })
const rounds = Number(values.rounds)
const limits = { pair: 5, twenty: 40 }
const municipality = '0461'
/** As many as a large programme has pairs; each has met every week for half a year. */
const pairs = 500

const scratch = await openScratch({ connections: 2 })
const { kysely: keeper } = scratch.keeper
const ctx: Context = {
  database: scratch.database.kysely,
  journal: join(tmpdir(), 'makker-bench-nowhere'),
  actor: { kind: 'system' },
  now: () => Temporal.Instant.from('2026-11-23T09:00Z'),
}

const programmeId = await startProgramme(ctx, { municipality, name: 'Bench', alsoServes: [] })
const site = { name: 'Biblioteket', address: 'Torvet 1', vulnerableArea: false }
const siteId = await addSite(ctx, municipality, site)
await sql`
  do $$ begin
    perform set_config('app.municipality', '*', true);
    insert into person (municipality, residence, name, channel, locale, created_at)
      select '0461', '0461', 'Person ' || n, 'letter', 'da', now() from generate_series(1, ${sql.lit(2 * pairs)}) as n;
    insert into enrolment (municipality, programme_id, person_id, role, state, state_since, created_at)
      select '0461', ${sql.lit(programmeId)}, id,
        case when right(name, 1) in ('1', '3', '5', '7', '9') then 'mentor' else 'mentee' end::enrolment_role,
        'ready', now(), now() from person;
    insert into availability (municipality, person_id, day, starts, ends)
      select '0461', id, day, time '10:00' + (15 * (hashtext(id::text || day) & 7)) * interval '1 minute', '17:30'
      from person cross join generate_series(1, 4) as day;
    insert into proposal (municipality, programme_id, mentor_id, mentee_id, state, score, explanation, created_at)
      select '0461', ${sql.lit(programmeId)}, mentor.id, mentee.id, 'accepted', 1, '{}', now()
      from (select id, row_number() over () as n from enrolment where role = 'mentor') as mentor
      join (select id, row_number() over () as n from enrolment where role = 'mentee') as mentee using (n);
    insert into match (municipality, programme_id, proposal_id, mentor_id, mentee_id, state, accepted_at)
      select '0461', programme_id, id, mentor_id, mentee_id, 'active', now() from proposal;
    insert into meeting (municipality, programme_id, type, state, starts_at, ends_at, local_start, zone, site_id, created_by, created_at)
      select '0461', ${sql.lit(programmeId)}, 'meeting', 'scheduled', at, at + interval '1 hour', at at time zone 'UTC', 'UTC',
        ${sql.lit(siteId)}, 'system', now()
      from generate_series(1, 26) as week
      cross join lateral (select timestamptz '2026-09-01 12:00Z' + week * interval '7 days' as at) as moment
      cross join generate_series(1, ${sql.lit(pairs)});
    insert into booking (municipality, kind, holder, during, meeting_id)
      select '0461', 'person', person.id, tstzrange(starts_at, ends_at), meeting.id
      from (select *, row_number() over (partition by starts_at) as n from meeting) as meeting
      join (select *, row_number() over () as n from match) as match using (n)
      join enrolment on enrolment.id in (match.mentor_id, match.mentee_id)
      join person on person.id = enrolment.person_id;
    insert into meeting_match (municipality, meeting_id, match_id)
      select '0461', meeting.id, match.id
      from (select *, row_number() over (partition by starts_at) as n from meeting) as meeting
      join (select *, row_number() over () as n from match) as match using (n);
  end $$`.execute(keeper)
await sql`vacuum analyze`.execute(keeper)

const matchIds = (await keeper.selectFrom('match').select('id').limit(20).execute()).map(
  ({ id }) => id,
)
const { rows: people } = await sql<{ id: string }>`
  select enrolment.person_id as id from match
  join enrolment on enrolment.id in (match.mentor_id, match.mentee_id)
  where match.id = ${matchIds[0]!}`.execute(keeper)
const personIds = people.map(({ id }) => id)

async function bare(): Promise<unknown> {
  const { rows } = await sql`
    with weekly as (
      select person_id as holder, day, starts, ends from availability
        where person_id = any(${personIds}::uuid[])
      union all
      select site_id, day, opens, closes from site_hours where site_id = ${siteId} and staffed
    ), free as (
      select holder, range_agg(tstzrange(
        (days.day + starts) at time zone 'Europe/Copenhagen',
        (days.day + ends) at time zone 'Europe/Copenhagen')) as hours
      from weekly
      join (select date '2026-11-24' + later as day from generate_series(0, 55) as later) as days
        on extract(isodow from days.day) = weekly.day
      where not exists (select from availability_exception
          where person_id = holder and days.day >= starts_on and days.day < ends_before)
        and not (holder = ${siteId} and (days.day in ('2026-12-25', '2026-12-26', '2027-01-01')
          or exists (select from site_day where site_id = ${siteId} and site_day.day = days.day)))
      group by holder
    )
    select lower(piece), upper(piece) from unnest(
      (select range_intersect_agg(hours) from free) -
      coalesce((select range_agg(during) from booking where holder = any(${personIds}::uuid[])
        and during && tstzrange('2026-11-24', '2027-01-19')), '{}'::tstzmultirange)) as piece
    where upper(piece) - lower(piece) >= interval '1 hour'`.execute(keeper)
  return rows
}

const question = { minutes: 60, siteId, accountId: 'none' } as const
const contenders = {
  bare,
  pair: () => findTimes(ctx, { ...question, match: matchIds.slice(0, 1) }),
  twenty: () => findTimes(ctx, { ...question, match: matchIds }),
}
const times = { bare: [] as number[], pair: [] as number[], twenty: [] as number[] }
for (let round = -20; round < rounds; round++)
  for (const name of ['bare', 'pair', 'twenty'] as const) {
    const began = performance.now()
    await contenders[name]()
    if (round >= 0) times[name].push(performance.now() - began)
  }

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!
const middle = median(times.bare)
console.log(`Load ${loadavg()[0]!.toFixed(1)}; ${rounds} rounds in turn, medians:`)
console.log(`the bare statement  ${middle.toFixed(2)} ms`)
for (const [name, most] of Object.entries(limits) as ['pair' | 'twenty', number][]) {
  const ratio = median(times[name]) / middle
  const what = name === 'pair' ? 'times of one pair ' : 'times of 20 pairs '
  console.log(
    `${what}  ${median(times[name]).toFixed(2)} ms, ${ratio.toFixed(1)} × (at most ${most})`,
  )
  if (ratio > most) process.exitCode = 1
}
await scratch.close()
