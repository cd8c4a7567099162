import { type Context, transact } from '../../context.ts'
import type { Phase } from '../../matching/propose.ts'
import { Problem } from '../../problems.ts'
import { proposeInThread } from './in-thread.ts'
import { publishRun } from './publish.ts'
import { lockRun, markRun, readRun, readRunState } from './sql.ts'

/** How often a run looks whether somebody has cancelled it. */
const lookEveryMs = 500

/**
 * Works a queued run: solves its frozen pool in a thread, shows which phase it is in, and publishes
 * what comes out. A worker that dies leaves the run to be taken up again from the same pool.
 */
export async function workMatchRun(ctx: Context, runId: string): Promise<void> {
  const run = await transact(ctx, async (ctx) => {
    const { state } = await lockRun(ctx.db, runId)
    if (state !== 'queued' && state !== 'running') return undefined
    await markRun(ctx.db, runId, { state: 'running' })
    return readRun(ctx.db, runId)
  })
  if (run === undefined) return
  const stop = new AbortController()
  const look = setInterval(() => void stopIfCancelled(ctx, runId, stop), lookEveryMs)
  try {
    const result = await proposeInThread(run.pool, {
      signal: stop.signal,
      onPhase: (phase) => void showPhase(ctx, runId, phase),
    })
    await publishRun(ctx, runId, result)
  } catch (error) {
    if (stop.signal.aborted) return
    if (error instanceof Problem) return
    await transact(ctx, (ctx) => markRun(ctx.db, runId, { state: 'failed', finishedAt: ctx.now() }))
    throw error
  } finally {
    clearInterval(look)
  }
}

async function stopIfCancelled(ctx: Context, runId: string, stop: AbortController): Promise<void> {
  const { state } = await transact(ctx, (ctx) => readRunState(ctx.db, runId))
  if (state === 'cancelled') stop.abort()
}

async function showPhase(ctx: Context, runId: string, phase: Phase): Promise<void> {
  await transact(ctx, (ctx) => markRun(ctx.db, runId, { phase }))
}
