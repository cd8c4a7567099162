import { type RawBuilder, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { inScope, owned } from '../../db/scope/in-scope.ts'
import type { DB, SpreadsheetState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { BrowseRows } from './schema.ts'

type Tx = Transaction<DB>

/** The embedded engine answers one at a time: what holds it long holds everybody. */
export async function isEmbedded(db: Tx): Promise<boolean> {
  const { rows } = await sql<{ isEmbedded: boolean }>`
    select version() ilike '%emscripten%' or version() ilike '%emcc%' as is_embedded`.execute(db)
  return rows[0]!.isEmbedded
}

/** The programme that imported people join, where they may live, and who may have sent them. */
export async function readSurroundings(db: Tx, municipality: string) {
  const programme = await db
    .selectFrom('programme')
    .select('id')
    .where('municipality', '=', municipality)
    .where('state', '=', 'open')
    .orderBy('createdAt')
    .limit(1)
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
    insert into spreadsheet_row (municipality, spreadsheet_id, number, cells, record, problems)
    select ${owned(sheet.municipality)}, ${sheet.id}::uuid, number, cells, record, problems
    from jsonb_to_recordset(${rows}::jsonb)
      as staged(number integer, cells text[], record jsonb, problems jsonb)`.execute(db)
}

export async function replaceChecks(db: Tx, id: string, rows: string): Promise<void> {
  await sql`
    update spreadsheet_row as target set record = checked.record, problems = checked.problems
    from jsonb_to_recordset(${rows}::jsonb) as checked(number integer, record jsonb, problems jsonb)
    where ${inScope('target')} and target.spreadsheet_id = ${id} and target.number = checked.number`.execute(
    db,
  )
}

/** Finds the rows about one person within the file. */
export async function markRepeats(db: Tx, id: string): Promise<void> {
  await sql`
    with keyed as materialized (
      select number, lower(record->>'name') || key as key
      from spreadsheet_row, lateral (values
        ('@' || lower(record->>'email')), ('+' || (record->>'phone')), ('#' || (record->>'birthYear'))
      ) as keys(key)
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and key is not null
    ), earliest as (
      select key, min(number) as number from keyed group by key having count(*) > 1
    )
    update spreadsheet_row as later set repeats = found.first
    from (
      select keyed.number, min(earliest.number) as first
      from keyed join earliest using (key)
      where keyed.number > earliest.number group by keyed.number
    ) as found
    where ${inScope('later')} and later.spreadsheet_id = ${id} and later.number = found.number`.execute(
    db,
  )
}

/** Forgets who was found, for rows that are checked anew. */
export async function forgetFindings(db: Tx, id: string): Promise<void> {
  await db
    .updateTable('spreadsheetRow')
    .set({ repeats: null, knownId: null, knownEnrolmentId: null })
    .where('spreadsheetId', '=', id)
    .where((eb) => eb.or([eb('repeats', 'is not', null), eb('knownId', 'is not', null)]))
    .execute()
}

/**
 * Finds the people of the file who are here already: by e-mail, by phone, or by name and birth year.
 * Of whom only a name is known, by that. Who has another birth year is somebody else at the same address. One person twice counts once.
 */
export async function markKnown(db: Tx, id: string): Promise<void> {
  await sql`
    with staged as materialized (
      select number, municipality, lower(record->>'email') as email, record->>'phone' as phone,
        lower(record->>'name') as name, (record->>'birthYear')::integer as born,
        (record->>'role')::enrolment_role as role
      from spreadsheet_row
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and record is not null
    ), found as (
      select distinct on (number) number, role, person_id from (
        select number, role, person.id as person_id, 1 as rank from staged join person
          on ${inScope('person')} and person.municipality = staged.municipality and lower(person.email) = staged.email
          where coalesce(birth_year = born, true)
        union all
        select number, role, person.id, 2 from staged join person
          on ${inScope('person')} and person.municipality = staged.municipality and person.phone = staged.phone
          where coalesce(birth_year = born, true)
        union all
        select number, role, person.id, 3 from staged join person
          on ${inScope('person')} and person.municipality = staged.municipality and lower(person.name) = staged.name
          and birth_year = born
        union all
        select number, role, person.id, 4 from staged join person
          on ${inScope('person')} and person.municipality = staged.municipality and lower(person.name) = staged.name
          where coalesce(staged.email, staged.phone, born::text) is null
            and coalesce(person.email, person.phone, birth_year::text) is null
      ) as candidates order by number, rank, person_id
    ), counted as (
      select found.*, min(number) over (partition by person_id) as first from found
    )
    update spreadsheet_row as target set known_id = counted.person_id,
      repeats = coalesce(repeats, nullif(first, counted.number)),
      known_enrolment_id = (
        select enrolment.id from enrolment where ${inScope('enrolment')}
          and enrolment.person_id = counted.person_id
          and enrolment.role = counted.role
          and enrolment.programme_id = (select programme_id from spreadsheet
            where ${inScope('spreadsheet')} and id = ${id}))
    from counted
    where ${inScope('target')} and target.spreadsheet_id = ${id} and target.number = counted.number`.execute(
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
    hasTakenOver?: boolean
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

/** What is under way or waits for a decision, the latest first. */
export async function listOpenSpreadsheets(db: Tx) {
  return db
    .selectFrom('spreadsheet')
    .select(['id', 'state', 'createdAt'])
    .where('state', 'in', ['ready', 'queued', 'importing', 'failed'])
    .orderBy('createdAt', 'desc')
    .limit(5)
    .execute()
}

/** How a file's columns were understood last time; by the same headings in the same order. */
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
  const { rows } = await sql<{ total: number; wrong: number; known: number }>`
    select count(*)::integer as total,
      count(*) filter (where problems is not null or repeats is not null)::integer as wrong,
      count(*) filter (where problems is null and repeats is null and known_id is not null)::integer
        as known
    from spreadsheet_row where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id}`.execute(db)
  return rows[0]!
}

/** A page of rows after one; with who is meant where they are here already. */
export async function listRows(db: Tx, id: string, { after, only }: BrowseRows, limit: number) {
  return db
    .selectFrom('spreadsheetRow as row')
    .leftJoin('person', 'person.id', 'row.knownId')
    .select(['row.number', 'row.cells', 'row.problems', 'row.repeats', 'row.record'])
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

/** The number of the last row of the next slice to take over; nothing when all are. */
export async function findSliceEnd(db: Tx, id: string, size: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from (
      select number from spreadsheet_row
      where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and not is_imported
      order by number limit ${size}) as slice`.execute(db)
  return rows[0]!.last
}

/** The people of a slice as people's own operation takes them. */
export function stagedPeople(id: string, through: number): RawBuilder<unknown> {
  return sql`
    select coalesce(known_id, person_id) as person_id, known_id is not null as is_known,
      coalesce(known_enrolment_id, enrolment_id) as enrolment_id,
      known_enrolment_id is not null as is_enrolled, record
    from spreadsheet_row
    where ${inScope('spreadsheet_row')} and spreadsheet_id = ${id} and number <= ${through} and not is_imported
      and problems is null and repeats is null
      and (known_id is null
        or (select updates_known from spreadsheet
          where ${inScope('spreadsheet')} and spreadsheet.id = ${id}))`
}

export async function markImported(db: Tx, id: string, through: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('spreadsheetRow')
    .set({ isImported: true })
    .where('spreadsheetId', '=', id)
    .where('number', '<=', through)
    .where('isImported', '=', false)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
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
    .execute()
}

/** A page of everybody enrolled, each with all that an export says of them. */
export async function listPeoplePage(
  db: Tx,
  municipality: string,
  after: string | undefined,
  limit: number,
) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('municipality', 'municipality.code', 'person.residence')
    .leftJoin('partner', 'partner.id', 'enrolment.sourcePartnerId')
    .select(['enrolment.id', 'enrolment.role', 'enrolment.state', 'enrolment.capacity'])
    .select(['person.name', 'person.email', 'person.phone', 'person.channel', 'person.street'])
    .select(['person.postcode', 'person.town', 'person.sex', 'person.birthYear', 'person.locale'])
    .select(['person.meets', 'person.furthestDistanceKm', 'person.interests'])
    .select(['municipality.name as residenceName', 'partner.name as partnerName'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('personLanguage')
          .select(['tag', 'level'])
          .whereRef('personLanguage.personId', '=', 'person.id')
          .orderBy('tag'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('enrolmentTopic')
          .select(['topic', 'importance'])
          .whereRef('enrolmentTopic.enrolmentId', '=', 'enrolment.id')
          .orderBy('topic'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['day', 'starts', 'ends'])
          .whereRef('availability.personId', '=', 'person.id')
          .orderBy('day')
          .orderBy('starts'),
      ).as('hours'),
    ])
    .where('enrolment.municipality', '=', municipality)
    .$if(after !== undefined, (query) => query.where('enrolment.id', '>', after!))
    .orderBy('enrolment.id')
    .limit(limit)
    .execute()
}
