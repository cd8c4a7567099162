import { type Context, transact } from '../context.ts'
import { findLatestEntry } from './sql.ts'

/** The demo's own time: the real one, and as far ahead of it as somebody has asked for. */
export function demoClock() {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    now: () => Temporal.Now.instant().add(ahead),
    /** Moves on to a moment; never back. */
    moveTo(moment: Temporal.Instant): void {
      const further = Temporal.Now.instant().until(moment)
      if (Temporal.Duration.compare(further, ahead) > 0) ahead = further
    },
  }
}

export type DemoClock = ReturnType<typeof demoClock>

/** Goes on from where it was put before a restart: else what was done then lies in the future. */
export async function resumeClock(ctx: Context, clock: DemoClock): Promise<void> {
  const latest = await transact(ctx, (ctx) => findLatestEntry(ctx.db))
  if (latest !== undefined) clock.moveTo(latest)
}
