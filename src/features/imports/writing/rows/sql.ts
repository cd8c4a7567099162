import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope } from '../../../../db/scope/in-scope.ts'
import type { DB } from '../../../../db/types.ts'

type Tx = Transaction<DB>

interface Slice {
  after: number
  through: number
}

/** The rows of a slice as people's own operations take them. */
function staged(id: string, { after, through }: Slice, condition: RawBuilder<unknown>) {
  return sql`
    select number, coalesce(known_id, person_id) as person_id,
      coalesce(known_enrolment_id, enrolment_id) as enrolment_id, record
    from spreadsheet_row
    where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id}
      and number > ${after} and number <= ${through}
      and problems is null and repeats is null and ${condition}`
}

/** Who of a slice is new here. */
export function newPeople(id: string, slice: Slice): RawBuilder<unknown> {
  return staged(id, slice, sql`known_id is null`)
}

/** Who of a slice is here already. */
export function knownPeople(id: string, slice: Slice): RawBuilder<unknown> {
  return staged(id, slice, sql`known_id is not null`)
}

/** Everybody who is here already and of whom the file says something new. */
export function changedPeople(id: string): RawBuilder<unknown> {
  return staged(id, { after: 0, through: 2 ** 31 - 1 }, sql`known_id is not null and changes`)
}

/** Those of some rows who were written as new. */
export function writtenPeople(id: string, numbers: readonly number[]): RawBuilder<unknown> {
  return sql`select person_id from spreadsheet_row
    where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and number = any(${[...numbers]}::integer[])`
}

/** Those of a slice who came in or were changed, and are here still; for the record. */
export function takenPeople(id: string, slice: Slice, updatesKnown: boolean): RawBuilder<unknown> {
  const condition = sql`(known_id is null or changes and ${updatesKnown}::boolean)`
  return sql`select id as person_id from person
    where ${inScope('person')} and id = any (array(select person_id from (${staged(id, slice, condition)}) as taken))`
}

export async function deleteRowsOf(db: Tx, id: string, { after, through }: Slice): Promise<void> {
  await db
    .deleteFrom('spreadsheetRow')
    .where('spreadsheetId', '=', id)
    .where('number', '>', after)
    .where('number', '<=', through)
    .execute()
}

/** What was under way when the product stopped, or has something left to clear. */
export async function listUnfinished(db: Tx): Promise<string[]> {
  const rows = await db
    .selectFrom('spreadsheet')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['queued', 'importing']),
        eb.and([
          eb('state', 'in', ['done', 'cancelled']),
          eb.exists(
            eb
              .selectFrom('spreadsheetRow')
              .select('number')
              .whereRef('spreadsheetRow.spreadsheetId', '=', 'spreadsheet.id'),
          ),
        ]),
        eb.and([eb('state', '=', 'cancelled'), eb('hidesPeople', '=', true)]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}
