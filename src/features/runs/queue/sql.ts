import { sql, type Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import type { LeftOut } from '../../proposals/draft.ts'

type Tx = Transaction<DB>

/**
 * How long a run is nobody else's after its worker last said so. Twenty times the usual interval: a
 * process that was busy for a moment keeps its run, and a killed one's is not waited for long.
 */
const held = sql<Temporal.Instant>`clock_timestamp() + interval '10 seconds'`

/**
 * The run that has waited longest of those that nobody works. Who is working one this moment, or
 * publishing it, has its row locked, and is passed by.
 */
export async function lockNextRun(db: Tx) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'municipality', 'attempt'])
    .where('state', 'in', ['queued', 'running'])
    .where(sql<boolean>`(held_until is null or held_until < clock_timestamp())`)
    .orderBy('startedAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** Locked, or a cancellation and the worker's answer could both win. */
export async function lockRun(db: Tx, id: string) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'municipality', 'programmeId', 'state', 'attempt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markTaken(db: Tx, id: string, attempt: number) {
  await db
    .updateTable('matchRun')
    .set({ state: 'running', phase: null, percent: null, attempt, heldUntil: held })
    .where('id', '=', id)
    .execute()
}

/** Keeps a run for whoever took it up, and how far it is. False when it is no longer theirs. */
export async function renewLease(
  db: Tx,
  { id, attempt }: { id: string; attempt: number },
  at: { phase?: string; percent?: number | null } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matchRun')
    .set({ ...at, heldUntil: held })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whoever looks next may take it up at once. */
export async function releaseLease(db: Tx, { id, attempt }: { id: string; attempt: number }) {
  await db
    .updateTable('matchRun')
    .set({ heldUntil: null })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .execute()
}

export async function markEnded(
  db: Tx,
  id: string,
  ended: { state: 'cancelled' | 'failed'; at: Temporal.Instant },
) {
  await db
    .updateTable('matchRun')
    .set({ state: ended.state, heldUntil: null, finishedAt: ended.at })
    .where('id', '=', id)
    .execute()
}

export async function markDone(
  db: Tx,
  id: string,
  done: { result: ProposalRun; leftOut: readonly LeftOut[]; at: Temporal.Instant },
) {
  await db
    .updateTable('matchRun')
    .set({
      state: 'done',
      phase: null,
      percent: null,
      heldUntil: null,
      result: JSON.stringify(done.result),
      leftOut: JSON.stringify(done.leftOut),
      finishedAt: done.at,
    })
    .where('id', '=', id)
    .execute()
}
