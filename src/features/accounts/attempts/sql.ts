import { sql, type Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Serialises attempts with the same key until the transaction ends. */
export async function lockAttempts(db: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function countAttempts(db: Tx, key: string, since: Temporal.Instant) {
  const { count } = await db
    .selectFrom('attempt')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('key', '=', key)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertAttempt(db: Tx, key: string, at: Temporal.Instant): Promise<void> {
  await db.insertInto('attempt').values({ key, at }).execute()
}

export async function deleteAttempts(db: Tx, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute()
}

export async function deleteOldAttempts(db: Tx, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('attempt').where('at', '<', before).execute()
}
