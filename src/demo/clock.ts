import { type Context, transact } from '../context.ts'
import { findLatestEntry } from './sql.ts'

/** The demo's clock: real time plus what visitors moved it ahead. */
export function demoClock() {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    now: () => Temporal.Now.instant().add(ahead),
    /** Moves the clock ahead to a moment, never back. */
    moveTo(moment: Temporal.Instant): void {
      const further = Temporal.Now.instant().until(moment)
      if (Temporal.Duration.compare(further, ahead) > 0) ahead = further
    },
  }
}

export type DemoClock = ReturnType<typeof demoClock>

/**
 * Resumes at the latest entry of the audit log: otherwise a restart puts what was done into the future.
 */
export async function resumeClock(ctx: Context, clock: DemoClock): Promise<void> {
  const latest = await transact(ctx, (ctx) => findLatestEntry(ctx.db))
  if (latest !== undefined) clock.moveTo(latest)
}
