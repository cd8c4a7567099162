import { sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Which rows to compare, and with which people: all, or those entered since. */
export interface Search {
  after: number
  through: number
  since?: Temporal.Instant
}

/**
 * The people that rows may be about: for a few rows, those found by the search terms and sort
 * names; for a whole file, those entered since. By `any(array)`, so that indexes are used whatever
 * the planner estimates.
 */
function candidates(municipality: string, since: Temporal.Instant | undefined) {
  return since === undefined
    ? sql`
        select person.* from person where ${inScope('person')} and id = any (array(
          select person_id from person_term
          where ${inScope('person_term')} and municipality = ${municipality} and term = any (array(
            select fold(email) from staged where email is not null
            union all
            select case when phone ^@ '+45' then substr(phone, 4) else phone end from staged
              where phone is not null))))
        union
        select person.* from person
        where ${inScope('person')} and municipality = ${municipality}
          and sort_name = any (array(select order_name(name) from staged))`
    : sql`
        select person.* from person where ${inScope('person')} and id = any (array(
          select person_id from enrolment
          where ${inScope('enrolment')} and municipality = ${municipality} and created_at >= ${since}::timestamptz))`
}

/**
 * Marks the rows about registered people and returns their numbers: by e-mail, by phone, or by name
 * and birth year; by name alone if only a name is known. A different birth year is a different
 * person at the same address.
 */
export async function markKnown(
  db: Tx,
  { id, municipality }: { id: string; municipality: string },
  search: Search,
): Promise<number[]> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db)
  const { rows } = await sql<{ number: number }>`
    with staged as materialized (
      select number, lower(record->>'email') as email, record->>'phone' as phone,
        lower(record->>'name') as name, (record->>'birthYear')::integer as born,
        (record->>'role')::enrolment_role as role
      from spreadsheet_row
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id}
        and number > ${search.after} and number <= ${search.through}
        and record is not null and known_id is null
    ), near as materialized (${candidates(municipality, search.since)}
    ), found as (
      select distinct on (number) number, role, person_id from (
        select number, role, near.id as person_id, 1 as rank from staged
          join near on lower(near.email) = staged.email where coalesce(birth_year = born, true)
        union all
        select number, role, near.id, 2 from staged
          join near on near.phone = staged.phone where coalesce(birth_year = born, true)
        union all
        select number, role, near.id, 3 from staged
          join near on lower(near.name) = staged.name and birth_year = born
        union all
        select number, role, near.id, 4 from staged
          join near on lower(near.name) = staged.name
          where coalesce(staged.email, staged.phone, born::text) is null
            and coalesce(near.email, near.phone, birth_year::text) is null
      ) as meant order by number, rank, person_id
    )
    update spreadsheet_row as target set known_id = found.person_id,
      known_enrolment_id = (
        select enrolment.id from enrolment where ${inScope('enrolment')}
          and enrolment.person_id = found.person_id
          and enrolment.role = found.role
          and enrolment.programme_id = (select programme_id from spreadsheet
            where ${inScope('spreadsheet')} and id = ${id}))
    from found
    where ${inScope('target')} and target.spreadsheet_id = ${id} and target.number = found.number
      and target.number > ${search.after} and target.number <= ${search.through}
    returning target.number`.execute(db)
  return rows.map(({ number }) => number)
}

/**
 * The time from which people may have been entered unseen: now, or the start of another import that
 * still hides its people.
 */
export async function findLookedAt(
  db: Tx,
  id: string,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select least(${now}::timestamptz, min(created_at)) as at
    from spreadsheet where ${inScope('spreadsheet')} and hides_people and id <> ${id}`.execute(db)
  return rows[0]!.at
}

/** Whether people were entered since; if not, nothing must be compared again. */
export async function hasNewPeople(db: Tx, municipality: string, since: Temporal.Instant) {
  const found = await db
    .selectFrom('enrolment')
    .select('id')
    .where('municipality', '=', municipality)
    .where('createdAt', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A person found by two rows counts once. */
export async function markKnownTwice(db: Tx, id: string): Promise<void> {
  await sql`
    update spreadsheet_row as later set repeats = twice.first
    from (
      select known_id, min(number) as first from spreadsheet_row
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and known_id is not null
      group by known_id having count(*) > 1
    ) as twice
    where ${inScope('later')} and spreadsheet_id = ${id} and later.known_id = twice.known_id
      and number > first and repeats is null`.execute(db)
}

export async function markChanged(db: Tx, id: string, numbers: readonly number[]): Promise<void> {
  await db
    .updateTable('spreadsheetRow')
    .set({ changes: true })
    .where('spreadsheetId', '=', id)
    .where('number', '=', sql<number>`any(${[...numbers]}::integer[])`)
    .execute()
}
