import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../db/scope/in-scope.ts'
import type { DB, ErasureRequest } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { Rule } from './rules.ts'
import type { ErasureEntry } from './erasure-journal.ts'
import type { KeptRows } from './kept-rows.ts'

type Tx = Transaction<DB>

// Erasure and retention change tables of all features. Table names come from the lists in
// `rules.ts` and `kept-rows.ts`.

/** The enrolments of a person, known by their id or by one of the enrolments. */
export async function listEnrolmentIds(
  db: Tx,
  of: { personId: string } | { enrolmentId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('personId', '=', (eb) =>
      'personId' in of
        ? eb.val(of.personId)
        : eb
            .selectFrom('enrolment as one')
            .select('one.personId')
            .where('one.id', '=', of.enrolmentId),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The person behind an enrolment; locked, so that nothing else changes them meanwhile. */
export async function lockPersonOf(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select(['person.id', 'person.municipality'])
    .where('enrolment.id', '=', enrolmentId)
    .forUpdate('person')
    .executeTakeFirst()
}

export async function lockEnrolmentsOf(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'role', 'state'])
    .where('personId', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Points rows of a table at the anonymous copy of the person, and empties their free text. */
export async function moveKeptRows(db: Tx, kept: KeptRows, ids: { old: string; new: string }) {
  const column = sql.ref(kept.column)
  const assignments: RawBuilder<unknown>[] = [sql`${column} = ${ids.new}::uuid`]
  for (const [name, value] of Object.entries(kept.blank ?? {}))
    assignments.push(sql`${sql.ref(name)} = ${sql.lit(value)}`)
  await sql`update ${sql.table(kept.table)} set ${sql.join(assignments)}
    where ${inScope(kept.table)} and ${column} = ${ids.old}::uuid`.execute(db)
}

export async function hideActor(
  db: Tx,
  place: { table: string; column: string },
  personId: string,
): Promise<void> {
  const column = sql.ref(place.column)
  await sql`update ${sql.table(place.table)} set ${column} = 'person'
    where ${inScope(place.table)} and ${column} = ${`person:${personId}`}`.execute(db)
}

export async function insertErasure(
  db: Tx,
  municipality: string,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<ErasureEntry[]> {
  const { rows } = await sql<ErasureEntry>`insert into erasure (hash, municipality, at)
    select text_hash(id), ${owned(municipality)}, ${at} from unnest(${[...ids]}::text[]) as id
    on conflict do nothing returning hash, municipality, at`.execute(db)
  return rows
}

export async function listErasures(db: Tx): Promise<ErasureEntry[]> {
  return db.selectFrom('erasure').select(['hash', 'municipality', 'at']).execute()
}

/** A statement has at most 65,535 parameters, and each erasure takes three. */
const erasuresPerStatement = 5_000

export async function insertErasures(db: Tx, erasures: readonly ErasureEntry[]): Promise<void> {
  const known = await db.selectFrom('municipality').select('code').execute()
  const codes = new Set(known.map(({ code }) => code))
  const ours = erasures.filter(({ municipality }) => codes.has(municipality))
  for (let at = 0; at < ours.length; at += erasuresPerStatement)
    await db
      .insertInto('erasure')
      .values(ours.slice(at, at + erasuresPerStatement))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** One enrolment of each person who exists although the journal says that they were erased. */
export async function listToEraseAgain(
  db: Tx,
  erasures: readonly ErasureEntry[],
): Promise<string[]> {
  // Hashing all people is slow, and needed only after a restore.
  if (erasures.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select (array_agg(id order by id))[1] as id from enrolment
    where ${inScope('enrolment')} and not nameless
      and text_hash(person_id::text) = any(${erasures.map(({ hash }) => hash)}::text[])
    group by person_id order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether an id of this municipality belonged to a person who was erased. */
export async function wasErased(db: Tx, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('erasure')
    .select('hash')
    .where('hash', '=', sql<string>`text_hash(${id})`)
    .executeTakeFirst()
  return found !== undefined
}

/** Returns whether the request is new. */
export async function insertErasureRequest(
  db: Tx,
  request: Insertable<ErasureRequest>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('erasureRequest')
    .values(request)
    .onConflict((conflict) => conflict.column('personId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Open requests to be erased, the oldest first. */
export async function listErasureRequests(db: Tx) {
  return db
    .selectFrom('erasureRequest')
    .innerJoin('person', 'person.id', 'erasureRequest.personId')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .distinctOn(['erasureRequest.askedAt', 'person.id'])
    .select(['person.id as personId', 'person.name', 'erasureRequest.askedAt', 'enrolment.id'])
    .orderBy('erasureRequest.askedAt')
    .orderBy('person.id')
    .orderBy('enrolment.id')
    .execute()
}

export async function findErasureRequest(db: Tx, personId: string) {
  return db
    .selectFrom('erasureRequest')
    .select('askedAt')
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** All foreign keys as child table, column and parent table. */
export async function listForeignKeys(db: Tx) {
  const { rows } = await sql<{ child: string; column: string; parent: string }>`
    select child.relname as child, own.attname as column, parent.relname as parent
    from pg_constraint as key
    join pg_class as child on child.oid = key.conrelid
    join pg_class as parent on parent.oid = key.confrelid
    cross join lateral unnest(key.conkey, key.confkey) as pair (mine, theirs)
    join pg_attribute as own on own.attrelid = child.oid and own.attnum = pair.mine
    join pg_attribute as other on other.attrelid = parent.oid and other.attnum = pair.theirs
    where key.contype = 'f' and other.attname = 'id'
      and child.relnamespace = 'public'::regnamespace
    order by 1, 2, 3`.execute(db)
  return rows
}

/** JSON arrives as text, because the camel-case plugin would rename the keys of an object. */
function parsed({ row }: { row: string }): Record<string, unknown> {
  return JSON.parse(row)
}

/** The rows of a table in which one of the columns holds one of the ids. */
export async function listRows(
  db: Tx,
  table: string,
  columns: readonly string[],
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  const leads = columns.map((column) => sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(found)::text as row from ${sql.table(table)} as found
    where ${inScope('found', table)} and (${sql.join(leads, sql` or `)})`.execute(db)
  return rows.map(parsed)
}

/** A person's entries in the snapshots of match runs. */
export async function listRunEntries(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select jsonb_build_object('id', run.id, 'started_at', run.started_at, 'entry', entry)::text as row
    from match_run as run
    cross join lateral jsonb_array_elements(run.pool -> 'mentors' || (run.pool -> 'mentees')) as entry
    where ${inScope('run', 'match_run')} and entry ->> 'id' = ${personId}
    order by run.started_at, run.id`.execute(db)
  return rows.map(parsed)
}

/**
 * The audit entries about a person, with the kind of each actor but no name. What the other of a pair did
 * is the system's, as in the rest of an export.
 */
export async function listVisits(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select jsonb_build_object('at', at, 'action', action, 'by', case
        when actor like 'person:%' and actor <> 'person:' || person_id then 'system'
        else split_part(actor, ':', 1) end)::text as row
    from audit_entry where ${inScope('audit_entry')} and person_id = ${personId} order by id`.execute(
    db,
  )
  return rows.map(parsed)
}

/** A person, found by their own id or that of an enrolment. */
export async function readPersonOf(db: Tx, whose: { personId: string } | { enrolmentId: string }) {
  return db
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select(['person.id', 'person.name', 'person.municipality', 'enrolment.role'])
    .where((eb) =>
      'personId' in whose
        ? eb('person.id', '=', whose.personId)
        : eb('enrolment.id', '=', whose.enrolmentId),
    )
    .orderBy('enrolment.createdAt')
    .limit(1)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** What is open with a person: proposals and matches with the other's name, and future meetings. */
export async function listAhead(db: Tx, personId: string, now: Temporal.Instant) {
  const { rows } = await sql<{
    kind: 'proposal' | 'match' | 'meeting'
    name: string | null
    startsAt: Temporal.Instant | null
  }>`
    with own as (select id from enrolment where ${inScope('enrolment')} and person_id = ${personId}),
    pairs as (
      select 'proposal' as kind, mentor_id, mentee_id from proposal
        where ${inScope('proposal')} and state in ('draft', 'offered')
      union all select 'match', mentor_id, mentee_id from match
        where ${inScope('match')} and state <> 'closed'
    )
    select pairs.kind, other.name, null::timestamptz as starts_at
    from pairs
    join enrolment on ${inScope('enrolment')} and enrolment.id in (pairs.mentor_id, pairs.mentee_id)
      and enrolment.id not in (select id from own)
    join person as other on ${inScope('other')} and other.id = enrolment.person_id
    where pairs.mentor_id in (select id from own) or pairs.mentee_id in (select id from own)
    union all
    select 'meeting', null, meeting.starts_at
    from participant join meeting on meeting.id = participant.meeting_id
    where ${inScope('participant')} and ${inScope('meeting')}
      and participant.person_id = ${personId} and meeting.state = 'scheduled'
      and meeting.starts_at > ${now}
    order by 1, 3, 2`.execute(db)
  return rows
}

/**
 * One enrolment of each person whose enrolments all ended before a moment, with or without a match.
 */
export async function listEnded(
  db: Tx,
  isMatched: boolean,
  before: Temporal.Instant,
  most: number | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select (array_agg(enrolment.id order by enrolment.id))[1] as id
    from enrolment
    where ${inScope('enrolment')} and not enrolment.nameless
    group by enrolment.person_id
    having bool_and(enrolment.state in ('left', 'rejected', 'not_interested', 'no_answer'))
      and max(enrolment.state_since) < ${before}
      and bool_or(exists (select from match where ${inScope('match')}
        and (match.mentor_id = enrolment.id or match.mentee_id = enrolment.id))) = ${isMatched}
    order by 1 limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** One enrolment of each person still a contact, or registered from an unconfirmed address. */
export async function listNeverBegun(
  db: Tx,
  before: Temporal.Instant,
  most: number | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select (array_agg(enrolment.id order by enrolment.id))[1] as id
    from enrolment join person on person.id = enrolment.person_id
    where not enrolment.nameless and ${inScope('enrolment')} and ${inScope('person')}
    group by enrolment.person_id
    having max(enrolment.state_since) < ${before}
      and bool_and(enrolment.state in ('contacted', 'interested')
        or enrolment.state = 'registered' and person.email_unconfirmed_since is not null)
    order by 1 limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

function expiredRows({ table, since, only }: Rule, before: Temporal.Instant) {
  const condition = only === undefined ? sql`true` : sql.raw(only)
  return sql`${inScope(table!)} and ${sql.raw(since!)} < ${before} and ${condition}`
}

export async function countExpiredRows(
  db: Tx,
  rule: Rule,
  before: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count
    from ${sql.table(rule.table!)} where ${expiredRows(rule, before)}`.execute(db)
  return Number(rows[0]!.count)
}

/** Deletes or empties the rows that a rule has expired; returns how many. */
export async function forgetRows(db: Tx, rule: Rule, before: Temporal.Instant): Promise<number> {
  const table = sql.table(rule.table!)
  const statement =
    rule.blank === undefined
      ? sql`delete from ${table} where ${expiredRows(rule, before)}`
      : sql`update ${table} set ${sql.ref(rule.blank)} = null where ${expiredRows(rule, before)}`
  const { numAffectedRows } = await statement.execute(db)
  return Number(numAffectedRows ?? 0)
}
