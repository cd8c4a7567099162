import { sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../db/scope/in-scope.ts'
import { openProgramme } from '../../db/programmes.ts'
import type { DB, SpreadsheetState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { BrowseRows } from './schema.ts'

type Tx = Transaction<DB>

/** The embedded engine has one connection: a long transaction blocks everyone. */
async function isEmbedded(db: Tx): Promise<boolean> {
  const { rows } = await sql<{ isEmbedded: boolean }>`
    select version() ilike '%emscripten%' or version() ilike '%emcc%' as is_embedded`.execute(db)
  return rows[0]!.isEmbedded
}

/** The programme of imported people, the area it serves, and the partners. */
export async function readSurroundings(db: Tx, municipality: string) {
  const programme = await openProgramme(db, municipality)
    .select('id')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  const served = await db
    .selectFrom('programmeArea')
    .innerJoin('municipality', 'municipality.code', 'programmeArea.municipality')
    .select(['municipality.code', 'municipality.name'])
    .where('programmeArea.programmeId', '=', programme.id)
    .execute()
  const partners = await db.selectFrom('partner').select(['id', 'name']).execute()
  return { programmeId: programme.id, served, partners }
}

export async function insertSpreadsheet(
  db: Tx,
  sheet: {
    municipality: string
    programmeId: string
    role: 'mentor' | 'mentee' | 'column'
    startedBy: string
    createdAt: Temporal.Instant
  },
): Promise<string> {
  const { id } = await db
    .insertInto('spreadsheet')
    .values(sheet)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertRows(
  db: Tx,
  sheet: { id: string; municipality: string },
  rows: string,
): Promise<void> {
  await sql`
    insert into spreadsheet_row (municipality, spreadsheet_id, number, cells, record, problems, repeats)
    select ${owned(sheet.municipality)}, ${sheet.id}::uuid, number, cells, record, problems, repeats
    from jsonb_to_recordset(${rows}::jsonb)
      as staged(number integer, cells text[], record jsonb, problems jsonb, repeats integer)`.execute(
    db,
  )
}

/** Stores the result of checking rows again, and forgets which people they were about. */
export async function replaceChecks(db: Tx, id: string, rows: string): Promise<void> {
  await sql`
    update spreadsheet_row as target set record = checked.record, problems = checked.problems,
      repeats = checked.repeats, known_id = null, known_enrolment_id = null, changes = false
    from jsonb_to_recordset(${rows}::jsonb)
      as checked(number integer, record jsonb, problems jsonb, repeats integer)
    where ${inScope('target')} and target.spreadsheet_id = ${id} and target.number = checked.number`.execute(
    db,
  )
}

export async function updateSpreadsheet(
  db: Tx,
  id: string,
  change: {
    state?: SpreadsheetState
    header?: string[]
    mapping?: string[]
    imported?: number
    takenThrough?: number
    hidesPeople?: boolean
    lookedAt?: Temporal.Instant
    updatesKnown?: boolean
    consentText?: string
    consentLocale?: string
  },
): Promise<void> {
  await db.updateTable('spreadsheet').set(change).where('id', '=', id).execute()
}

export async function lockSpreadsheet(db: Tx, id: string) {
  return db
    .selectFrom('spreadsheet')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function readSpreadsheet(db: Tx, id: string) {
  return db
    .selectFrom('spreadsheet')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The latest files that are being imported or wait for a decision; at most five. */
export async function listOpenSpreadsheets(db: Tx) {
  return db
    .selectFrom('spreadsheet')
    .select(['id', 'state', 'createdAt'])
    .where('state', 'in', ['ready', 'queued', 'importing', 'failed'])
    .orderBy('createdAt', 'desc')
    .limit(5)
    .execute()
}

/** The mapping of the last imported file with the same headings in the same order. */
export async function findMapping(db: Tx, header: string[]): Promise<string[] | undefined> {
  const earlier = await db
    .selectFrom('spreadsheet')
    .select('mapping')
    .where(sql<boolean>`header = ${header}::text[]`)
    .where('state', '=', 'done')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return earlier?.mapping
}

export async function countRows(db: Tx, id: string) {
  const { rows } = await sql<{ total: number; wrong: number; known: number; changed: number }>`
    select count(*)::integer as total,
      count(*) filter (where problems is not null or repeats is not null)::integer as wrong,
      count(*) filter (where problems is null and repeats is null and known_id is not null)::integer
        as known,
      count(*) filter (where problems is null and repeats is null and changes)::integer as changed
    from spreadsheet_row where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id}`.execute(db)
  return rows[0]!
}

export async function countAllRows(db: Tx, id: string): Promise<number> {
  const { total } = await db
    .selectFrom('spreadsheetRow')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .where('spreadsheetId', '=', id)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** A page of rows after one, with the registered people they are about. */
export async function listRows(db: Tx, id: string, { after, only }: BrowseRows, limit: number) {
  return db
    .selectFrom('spreadsheetRow as row')
    .leftJoin('person', 'person.id', 'row.knownId')
    .select(['row.number', 'row.cells', 'row.problems', 'row.repeats', 'row.changes'])
    .select(['row.knownId', 'row.knownEnrolmentId', 'person.name as knownName'])
    .where('row.spreadsheetId', '=', id)
    .where('row.number', '>', after)
    .$if(only === 'wrong', (query) =>
      query.where((eb) =>
        eb.or([eb('row.problems', 'is not', null), eb('row.repeats', 'is not', null)]),
      ),
    )
    .$if(only === 'known', (query) => query.where('row.knownId', 'is not', null))
    .orderBy('row.number')
    .limit(limit)
    .execute()
}

export async function deleteRows(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('spreadsheetRow').where('spreadsheetId', '=', id).execute()
}

export async function deleteSpreadsheet(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('spreadsheet').where('id', '=', id).execute()
}

export async function deleteSpreadsheetsBefore(db: Tx, at: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('spreadsheet')
    .where('createdAt', '<', at)
    .where('state', 'not in', ['queued', 'importing'])
    .where('hidesPeople', '=', false)
    .execute()
}

/** Compares cells as typed: case and the spaces of a telephone number do not matter. */
export async function deleteRowsAbout(db: Tx, personId: string): Promise<void> {
  await sql`
    delete from spreadsheet_row as line using person
    where ${inScope('line')} and ${inScope('person')} and person.id = ${personId} and (
      line.known_id = person.id or line.person_id = person.id
      or exists (select from unnest(line.cells) as cell
        where lower(trim(cell)) = lower(person.email))
      or exists (select from unnest(line.cells) as cell
          where lower(trim(cell)) = lower(person.name))
        and exists (select from unnest(line.cells) as cell
          where length(person.phone) >= 8
            and right(regexp_replace(cell, '\\D', '', 'g'), 8) = right(person.phone, 8)))`.execute(
    db,
  )
}

/** Files left undecided; those that failed half-way still hide people. */
export async function listAbandoned(db: Tx, at: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('spreadsheet')
    .select('id')
    .where('createdAt', '<', at)
    .where('state', '=', 'failed')
    .where('hidesPeople', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

/** The last row of the slice after a row; undefined when none is left. */
export async function findSliceEnd(
  db: Tx,
  id: string,
  after: number,
  size: number,
): Promise<{ through: number; rows: number } | undefined> {
  const { rows } = await sql<{ through: number | null; rows: number }>`
    select max(number) as through, count(*)::integer as rows from (
      select number from spreadsheet_row
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and number > ${after}
      order by number limit ${size}) as slice`.execute(db)
  const [slice] = rows
  return slice === undefined || slice.through === null
    ? undefined
    : { through: slice.through, rows: slice.rows }
}

/** Rows per transaction: few on the embedded engine, where everyone waits for it. */
export async function sliceSize(db: Tx): Promise<number> {
  return (await isEmbedded(db)) ? 200 : 2_000
}
