import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import type { FinishedRun } from './run-cache.ts'
import { readRun } from '../sql.ts'

/**
 * A finished run with its pool, for the thread that answers questions about it. Refuses any other run.
 */
export async function readFinishedRun(ctx: Context, runId: string): Promise<FinishedRun> {
  const { pool, result, state } = await transact(ctx, (ctx) => readRun(ctx.db, runId))
  if (result === null) throw new Problem('state-conflict', { state })
  return { input: pool, run: result }
}
