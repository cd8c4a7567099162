import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '../../db/types.ts'
import type { Kept } from './traces.ts'

type Tx = Transaction<DB>

// Erasing and forgetting reach into every table, by lists that say which: a statement takes the
// table's name from there.

/** Who is behind an enrolment, locked: nothing else may happen to them now. */
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

/** Hangs the rows of a table on the nameless row, and blanks what was written in them. */
export async function moveTrace(db: Tx, kept: Kept, ids: { old: string; new: string }) {
  const column = sql.ref(kept.column)
  const assignments: RawBuilder<unknown>[] = [sql`${column} = ${ids.new}::uuid`]
  for (const [name, value] of Object.entries(kept.blank ?? {}))
    assignments.push(sql`${sql.ref(name)} = ${sql.lit(value)}`)
  await sql`update ${sql.table(kept.table)} set ${sql.join(assignments)}
    where ${column} = ${ids.old}::uuid`.execute(db)
}

export async function hideActor(
  db: Tx,
  place: { table: string; column: string },
  personId: string,
): Promise<void> {
  const column = sql.ref(place.column)
  await sql`update ${sql.table(place.table)} set ${column} = 'person'
    where ${column} = ${`person:${personId}`}`.execute(db)
}

/** Jobs that wait, failed or were done for a person's mails: their ids too lead to somebody. */
export async function deleteMailJobs(db: Tx, personId: string): Promise<void> {
  await sql`delete from pgboss.job where data ->> 'mailId' in
    (select id::text from mail where person_id = ${personId})`.execute(db)
}

export async function insertErasure(
  db: Tx,
  municipality: string,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into erasure (hash, municipality, at)
    select text_hash(id), ${municipality}, ${at} from unnest(${[...ids]}::text[]) as id
    on conflict do nothing`.execute(db)
}

/** Whether an id of this municipality led to somebody who has been erased. */
export async function wasErased(db: Tx, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('erasure')
    .select('hash')
    .where('hash', '=', sql<string>`text_hash(${id})`)
    .executeTakeFirst()
  return found !== undefined
}
