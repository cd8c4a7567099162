import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope } from '../../../../db/scope/in-scope.ts'
import type { DB } from '../../../../db/types.ts'

type Tx = Transaction<DB>

interface Slice {
  after: number
  through: number
}

/** The rows of a slice, as the bulk statements take them. */
function staged(id: string, { after, through }: Slice, condition: RawBuilder<unknown>) {
  return sql`
    select number, coalesce(known_id, person_id) as person_id,
      coalesce(known_enrolment_id, enrolment_id) as enrolment_id, record
    from spreadsheet_row
    where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id}
      and number > ${after} and number <= ${through}
      and problems is null and repeats is null and ${condition}`
}

export function newPeople(id: string, slice: Slice): RawBuilder<unknown> {
  return staged(id, slice, sql`known_id is null`)
}

export function knownPeople(id: string, slice: Slice): RawBuilder<unknown> {
  return staged(id, slice, sql`known_id is not null`)
}

/** The registered people of a file with new values. */
export function changedPeople(id: string): RawBuilder<unknown> {
  return staged(id, { after: 0, through: 2 ** 31 - 1 }, sql`known_id is not null and changes`)
}

export function writtenPeople(id: string, numbers: readonly number[]): RawBuilder<unknown> {
  return sql`select person_id from spreadsheet_row
    where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and number = any(${[...numbers]}::integer[])`
}

/** The people of a slice who were imported or changed and still exist, for the audit log. */
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
