import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { proposeInThread } from './in-thread.ts'
import type { Progress } from './matcher.ts'
import { publishRun } from './publish.ts'
import { lockRun, markRun, readRun, readRunState } from './sql.ts'

/** How often a run says how far it is, and looks whether somebody has cancelled it; in milliseconds. */
const usualLook = 500

/**
 * Works a queued run: solves its frozen pool in a thread, shows how far it is, and publishes what
 * comes out. A worker that dies leaves the run to be taken up again from the same pool.
 */
export async function workMatchRun(
  ctx: Context,
  runId: string,
  { lookEveryMs = usualLook } = {},
): Promise<void> {
  const run = await transact(ctx, async (ctx) => {
    const { state } = await lockRun(ctx.db, runId)
    if (state !== 'queued' && state !== 'running') return undefined
    await markRun(ctx.db, runId, { state: 'running' })
    return readRun(ctx.db, runId)
  })
  if (run === undefined) return
  const watch = watchRun(ctx, runId, lookEveryMs)
  try {
    const { signal, onProgress } = watch
    const result = await proposeInThread(run.pool, { signal, onProgress })
    await watch.end()
    await publishRun(ctx, runId, result)
  } catch (error) {
    await watch.end()
    if (watch.signal.aborted || error instanceof Problem) return
    await transact(ctx, (ctx) => markRun(ctx.db, runId, { state: 'failed', finishedAt: ctx.now() }))
    throw error
  }
}

/**
 * Twice a second, while a run is solved: keeps how far it is, and tells it to stop when somebody has
 * cancelled it. What it notes is written by the same look, so that nothing is written after the end.
 */
function watchRun(ctx: Context, runId: string, lookEveryMs: number) {
  const stop = new AbortController()
  let at: Progress | undefined
  let looking: Promise<void> | undefined
  const look = () =>
    transact(ctx, async (ctx) => {
      const { state } = await readRunState(ctx.db, runId)
      if (state === 'cancelled') stop.abort()
      else if (at !== undefined) await markRun(ctx.db, runId, at)
    })
  const timer = setInterval(() => {
    // A look that fails, as when the database is away for a moment, says nothing; the next one will.
    looking ??= look()
      .catch(() => {})
      .finally(() => {
        looking = undefined
      })
  }, lookEveryMs)
  return {
    signal: stop.signal,
    onProgress: (progress: Progress) => {
      at = progress
    },
    end: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
