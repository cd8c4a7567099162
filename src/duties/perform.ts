import { type Context, transact, type Work } from '../context.ts'
import type { Duty } from './duty.ts'
import { failureOf } from './failure.ts'
import { type Claimed, deleteDuty, lockLease, settleDuty } from './sql.ts'

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
    const isHeld = ({ db }: Work) => lockLease(db, claimed.id, claimed.attempt)
    await duty.work(ctx, claimed.subjectId ?? '', { signal, isHeld })
    const again = duty.next?.(ctx.now())
    await transact(ctx, ({ db }) =>
      again === undefined
        ? deleteDuty(db, claimed)
        : settleDuty(db, claimed, { since: again, dueAt: again, failures: 0, failure: null }),
    )
  } catch (error) {
    const settled = signal.aborted
      ? transact(ctx, ({ db }) => settleDuty(db, claimed))
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
  const failed = about(claimed)
  onFailure({ ...failed, failure, isGivenUp: false, error })
  const minutes = retryMinutes[Math.min(claimed.failures, retryMinutes.length - 1)]!
  const dueAt = ctx.now().add({ minutes })
  const { failures } = failed
  await transact(ctx, ({ db }) => settleDuty(db, claimed, { failures, failure, dueAt }))
}

async function giveUp(
  ctx: Context,
  duty: Duty,
  claimed: Claimed,
  failure: string,
  onFailure: OnFailure,
  error?: unknown,
): Promise<void> {
  const failed = about(claimed)
  await transact(ctx, async (ctx) => {
    if (!(await lockLease(ctx.db, claimed.id, claimed.attempt))) return
    await duty.giveUp?.(ctx, claimed.subjectId ?? '', failure)
    await settleDuty(ctx.db, claimed, { failures: failed.failures, failure, givenUpAt: ctx.now() })
  })
  onFailure({ ...failed, failure, isGivenUp: true, error })
}

function about({ name, subjectId, failures }: Claimed) {
  return { duty: name, subjectId, failures: failures + 1 }
}
