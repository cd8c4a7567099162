import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function markPausedUntil(db: Tx, id: string, until: Temporal.PlainDate | null) {
  await db.updateTable('enrolment').set({ pausedUntil: until }).where('id', '=', id).execute()
}

/** Enrolments whose pause ends on this day or earlier. */
export async function listPausedUntil(db: Tx, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('state', '=', 'paused')
    .where('pausedUntil', '<=', day)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
