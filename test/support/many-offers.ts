import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '../../src/db/types.ts'
import type { House } from './house.ts'
import { anOffer } from './people.ts'

/** Copies of one pair who are asked, with a mail to each of the two, due now: no other mail is there. */
export async function writeOffers(house: Pick<House, 'db' | 'ctx'>, pairs: number): Promise<void> {
  const { db } = house
  const { mentor, mentee, proposalId } = await anOffer(house)
  await db.deleteFrom('mail').where('kind', '<>', 'answer-request').execute()
  const copyOf = (id: string) => sql`md5(${id} || n)::uuid`
  const copy = (table: string, id: string, changed: Record<string, RawBuilder<unknown>>) =>
    copyRow(db, { table, id, copies: pairs - 1 }, { id: copyOf(id), ...changed })
  for (const { personId, enrolmentId } of [mentor, mentee]) {
    await copy('person', personId, { email: sql`${personId} || n || '@example.dk'` })
    await copy('enrolment', enrolmentId, { person_id: copyOf(personId) })
  }
  await copy('proposal', proposalId, {
    mentor_id: copyOf(mentor.enrolmentId),
    mentee_id: copyOf(mentee.enrolmentId),
  })
  for (const { id, personId } of await db.selectFrom('mail').select(['id', 'personId']).execute())
    await copy('mail', id, { person_id: copyOf(personId!), subject_id: copyOf(proposalId) })
  // As autovacuum does after a while: without statistics a batch takes seconds to read.
  await sql`analyze`.execute(db)
}

/** Copies a row, with these columns made from the number of the copy. */
async function copyRow(
  db: Kysely<DB>,
  { table, id, copies }: { table: string; id: string; copies: number },
  changed: Record<string, RawBuilder<unknown>>,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    db,
  )
  const names = rows.map(({ name }) => sql.ref(name))
  const values = rows.map(({ name }) => changed[name] ?? sql.ref(`row.${name}`))
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) select ${sql.join(values)}
    from ${sql.table(table)} as row, generate_series(1, ${copies}::integer) as n
    where row.id = ${id}`.execute(db)
}
