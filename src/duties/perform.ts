import { type Context, transact } from '../context.ts'
import type { Duty } from './duty.ts'
import { failureOf } from './failure.ts'
import {
  type Claimed,
  deleteDuty,
  lockLease,
  markDone,
  markFailed,
  markGivenUp,
  releaseLease,
} from './sql.ts'

/** What the log says of a failure: names, ids and codes, nothing personal. */
export interface FailedDuty {
  duty: string
  subjectId: string | null
  failures: number
  /** A code and a stage; see `failureOf`. */
  failure: string
  isGivenUp: boolean
  error: unknown
}

export type OnFailure = (failed: FailedDuty) => void

/** One, five and fifteen minutes later, and then every hour. */
const usualRetries = [1, 5, 15, 60] as const

/**
 * Works a duty that was claimed, and writes down what became of it. Throws nothing: where the database
 * is away at the end, the lease runs out and the duty is worked again.
 */
export async function perform(
  ctx: Context,
  duty: Duty,
  claimed: Claimed,
  signal: AbortSignal,
  onFailure: OnFailure,
): Promise<void> {
  try {
    if (claimed.abandoned >= (duty.mostAbandoned ?? Number.POSITIVE_INFINITY))
      return await giveUp(ctx, duty, claimed, 'abandoned', onFailure)
    const isHeld = ({ db }: { db: Parameters<typeof lockLease>[0] }) =>
      lockLease(db, claimed.id, claimed.attempt)
    await duty.work(ctx, claimed.subjectId ?? '', { signal, isHeld })
    await transact(ctx, ({ db }) =>
      duty.next === undefined
        ? deleteDuty(db, claimed)
        : markDone(db, claimed, duty.next(ctx.now())),
    )
  } catch (error) {
    const settled = signal.aborted
      ? transact(ctx, ({ db }) => releaseLease(db, claimed))
      : fail(ctx, duty, claimed, error, onFailure)
    await settled.catch(() => {})
  }
}

async function fail(
  ctx: Context,
  duty: Duty,
  claimed: Claimed,
  error: unknown,
  onFailure: OnFailure,
): Promise<void> {
  const { givenUpAfterHours: hours, retryMinutes = usualRetries } = duty
  const deadline = hours === undefined ? undefined : claimed.since.add({ hours })
  const failure = failureOf(error)
  if (deadline !== undefined && Temporal.Instant.compare(ctx.now(), deadline) >= 0)
    return giveUp(ctx, duty, claimed, failure, onFailure, error)
  onFailure({ ...about(claimed), failure, isGivenUp: false, error })
  const minutes = retryMinutes[Math.min(claimed.failures, retryMinutes.length - 1)]!
  const dueAt = ctx.now().add({ minutes })
  await transact(ctx, ({ db }) => markFailed(db, claimed, { failure, dueAt }))
}

async function giveUp(
  ctx: Context,
  duty: Duty,
  claimed: Claimed,
  failure: string,
  onFailure: OnFailure,
  error?: unknown,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (!(await lockLease(ctx.db, claimed.id, claimed.attempt))) return
    await duty.giveUp?.(ctx, claimed.subjectId ?? '', failure)
    await markGivenUp(ctx.db, claimed, { failure, givenUpAt: ctx.now() })
  })
  onFailure({ ...about(claimed), failure, isGivenUp: true, error })
}

function about({ name, subjectId, failures }: Claimed) {
  return { duty: name, subjectId, failures: failures + 1 }
}
