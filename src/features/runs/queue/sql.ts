import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import type { LeftOut } from '../../proposals/draft.ts'

type Tx = Transaction<DB>

/** Locked, or a cancellation and the worker's answer could both win. */
export async function lockRun(db: Tx, id: string) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'municipality', 'programmeId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markRunning(db: Tx, id: string) {
  await db
    .updateTable('matchRun')
    .set({ state: 'running', phase: null, percent: null })
    .where('id', '=', id)
    .execute()
}

/** Stores how far a run is. False when it is no longer under way, as after a cancellation. */
export async function markProgress(
  db: Tx,
  id: string,
  at: { phase?: string; percent?: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('matchRun')
    .set({ ...at, state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markEnded(
  db: Tx,
  id: string,
  ended: { state: 'cancelled' | 'failed'; at: Temporal.Instant },
) {
  await db
    .updateTable('matchRun')
    .set({ state: ended.state, finishedAt: ended.at })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
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
      result: JSON.stringify(done.result),
      leftOut: JSON.stringify(done.leftOut),
      finishedAt: done.at,
    })
    .where('id', '=', id)
    .execute()
}
