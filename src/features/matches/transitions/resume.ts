import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { moveMatch } from './move-match.ts'
import { listPausedUntil, lockMatch } from './sql.ts'

/** Lets a match go on that was paused, or of which somebody had asked that it ends. */
export async function resumeMatch(
  ctx: Context,
  id: string,
  { version }: { version?: number | undefined } = {},
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await moveMatch(ctx, id, { kind: 'resumed', version })
    await resolveTasks(ctx, { matchId: id, kinds: ['closure_asked'] })
  })
}

/** Lets matches go on whose pause ends today or earlier; idempotent, run nightly. */
export async function resumeMatches(ctx: Context): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const ids = await transact(ctx, (ctx) => listPausedUntil(ctx.db, today))
  await forEach(ids, (id) =>
    transact(ctx, async (ctx) => {
      // A coordinator may have prolonged the pause since.
      const { version, pausedUntil } = await lockMatch(ctx.db, id)
      if (pausedUntil === null || Temporal.PlainDate.compare(pausedUntil, today) > 0) return
      await resumeMatch(ctx, id, { version })
    }),
  )
}
