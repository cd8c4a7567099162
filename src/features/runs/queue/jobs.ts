import { setTimeout } from 'node:timers/promises'
import { type Context, transact } from '../../../context.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import { Problem } from '../../../problems.ts'
import { proposeInThread } from '../thread/in-thread.ts'
import type { Progress } from '../thread/matcher.ts'
import { readRun } from '../sql.ts'
import { publishRun } from './publish.ts'
import { renewLease, releaseLease, lockNextRun, markEnded, markTaken } from './sql.ts'

/** How often a run says how far it is, and hears whether it goes on; in milliseconds. */
const usualLook = 500

/** A run that ends its process each time must not end every process for ever. */
const mostAttempts = 5

/** A run as somebody took it up. Whoever takes it up after them counts one more. */
interface Taken {
  id: string
  attempt: number
}

interface Options {
  /** Hands the run back: another process takes it up. */
  signal?: AbortSignal
  lookEveryMs?: number
}

/** What works the runs of this process, until it is told to stop. */
export interface Runs {
  stop(): Promise<void>
}

/** Works one run after the other, and looks for the next twice a second. */
export function workRuns(ctx: Context, onError: (error: unknown) => void): Runs {
  const stop = new AbortController()
  const { signal } = stop
  const work = async () => {
    while (!signal.aborted) {
      // Where the database is away for a moment, the next look finds it.
      const run = await takeRun(ctx).catch(() => undefined)
      if (run === undefined) await setTimeout(usualLook, undefined, { signal }).catch(() => {})
      else await workRun(ctx, run, { signal }).catch(onError)
    }
  }
  const ended = work()
  return {
    stop: async () => {
      stop.abort()
      await ended
    },
  }
}

/**
 * Takes up the run that has waited longest of those that nobody works: solves its frozen pool in a
 * thread, shows how far it is, and publishes what comes out. Whose process is killed says nothing
 * more, and within seconds another takes the run up from the same pool. False when there is none.
 */
export async function workNextRun(ctx: Context, options: Options = {}): Promise<boolean> {
  const run = await takeRun(ctx)
  if (run !== undefined) await workRun(ctx, run, options)
  return run !== undefined
}

async function takeRun(ctx: Context): Promise<Taken | undefined> {
  return transact(ctx, async (ctx) => {
    for (;;) {
      const run = await lockNextRun(ctx.db)
      if (run === undefined) return undefined
      const attempt = run.attempt + 1
      if (attempt <= mostAttempts) {
        await markTaken(ctx.db, run.id, attempt)
        return { id: run.id, attempt }
      }
      await markEnded(ctx.db, run.id, { state: 'failed', at: ctx.now() })
    }
  })
}

/** A database that is away when it is published ends no run: it is taken up again in a while. */
async function workRun(ctx: Context, run: Taken, options: Options): Promise<void> {
  const result = await solve(ctx, run, options)
  if (result === undefined) return
  await publishRun(ctx, run, result).catch((error: unknown) => {
    // Cancelled, or somebody else's by now.
    if (!(error instanceof Problem)) throw error
  })
}

/** What the run answers, or nothing when it is no longer ours. */
async function solve(
  ctx: Context,
  run: Taken,
  { signal: handBack, lookEveryMs = usualLook }: Options,
): Promise<ProposalRun | undefined> {
  const watch = watchRun(ctx, run, lookEveryMs)
  const signal = AbortSignal.any([watch.signal, ...(handBack ? [handBack] : [])])
  try {
    const { pool } = await transact(ctx, (ctx) => readRun(ctx.db, run.id))
    const result = await proposeInThread(pool, { signal, onProgress: watch.onProgress })
    await watch.end()
    return result
  } catch (error) {
    await watch.end()
    if (handBack?.aborted) await transact(ctx, (ctx) => releaseLease(ctx.db, run))
    if (signal.aborted) return undefined
    // It would end so again: the same pool has the same answer.
    await transact(ctx, async (ctx) => {
      if (await renewLease(ctx.db, run))
        await markEnded(ctx.db, run.id, { state: 'failed', at: ctx.now() })
    })
    throw error
  }
}

/**
 * At the start and twice a second, while a run is solved: says that it is worked and how far it is, and
 * tells it to stop when it was cancelled or taken up by somebody else, who thought this process had ended.
 */
function watchRun(ctx: Context, run: Taken, lookEveryMs: number) {
  const stop = new AbortController()
  let at: Progress | undefined
  let looking: Promise<void> | undefined
  const look = async () => {
    const isOurs = await transact(ctx, (ctx) => renewLease(ctx.db, run, at))
    if (!isOurs) stop.abort()
  }
  const lookNow = () => {
    // A look that fails, as when the database is away for a moment, says nothing; the next one will.
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
      // Whoever waits sees at once that it has begun.
      if (isFirst) lookNow()
    },
    end: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
