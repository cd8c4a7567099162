import { type Context, transact, type Work } from '../../../context.ts'
import type { Lease } from '../../../duties/duty.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import { Problem } from '../../../problems.ts'
import { readRun } from '../sql.ts'
import { proposeInThread } from '../thread/in-thread.ts'
import type { Progress } from '../thread/matcher.ts'
import { publishRun } from './publish.ts'
import { lockRun, markEnded, markProgress, markRunning } from './sql.ts'

/** How often a run stores how far it is, and sees whether it was cancelled; in milliseconds. */
const usualLook = 500

/**
 * Solves the frozen pool of a run in a thread, shows how far it is, and publishes what comes out. Does
 * nothing for a run that was cancelled or is done. A run whose process is killed is worked again from
 * the same pool.
 */
export async function workRun(
  ctx: Context,
  id: string,
  lease: Lease,
  { lookEveryMs = usualLook } = {},
): Promise<void> {
  if (!(await begin(ctx, id, lease))) return
  const result = await solve(ctx, id, lease, lookEveryMs)
  if (result === undefined) return
  await publishRun(ctx, id, result, lease.isHeld).catch((error: unknown) => {
    // Cancelled, or another worker has it now.
    if (!(error instanceof Problem)) throw error
  })
}

/** Marks a run as failed that ended its process each time it was worked. */
export async function giveUpRun(ctx: Work, id: string): Promise<void> {
  await markEnded(ctx.db, id, { state: 'failed', at: ctx.now() })
}

async function begin(ctx: Context, id: string, lease: Lease): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockRun(ctx.db, id)
    if (state !== 'queued' && state !== 'running') return false
    if (!(await lease.isHeld(ctx))) return false
    await markRunning(ctx.db, id)
    return true
  })
}

/** What the run answers, or nothing when it was cancelled. Throws when the lease is lost or handed back. */
async function solve(
  ctx: Context,
  id: string,
  lease: Lease,
  lookEveryMs: number,
): Promise<ProposalRun | undefined> {
  const watch = watchRun(ctx, id, lease, lookEveryMs)
  const signal = AbortSignal.any([watch.signal, lease.signal])
  try {
    const { pool } = await transact(ctx, (ctx) => readRun(ctx.db, id))
    const result = await proposeInThread(pool, { signal, onProgress: watch.onProgress })
    await watch.end()
    return result
  } catch (error) {
    await watch.end()
    lease.signal.throwIfAborted()
    if (signal.aborted) return undefined
    // It would end so again: the same pool has the same answer.
    await transact(ctx, async (ctx) => {
      if (await lease.isHeld(ctx)) await giveUpRun(ctx, id)
    })
    throw error
  }
}

/**
 * Stores how far a run is, at its start and twice a second, and stops it when it was cancelled or when
 * another worker has taken it over.
 */
function watchRun(ctx: Context, id: string, lease: Lease, lookEveryMs: number) {
  const stop = new AbortController()
  let at: Progress | undefined
  let looking: Promise<void> | undefined
  const look = async () => {
    const goesOn = await transact(
      ctx,
      async (ctx) => (await lease.isHeld(ctx)) && markProgress(ctx.db, id, at ?? {}),
    )
    if (!goesOn) stop.abort()
  }
  const lookNow = () => {
    // A look that fails, as when the database is away for a moment, changes nothing; the next one will.
    looking ??= look()
      .catch(() => {})
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(lookNow, lookEveryMs)
  return {
    signal: stop.signal,
    onProgress: (progress: Progress) => {
      const isFirst = at === undefined
      at = progress
      // The page shows at once that it has begun.
      if (isFirst) lookNow()
    },
    end: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
