import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { moveEnrolment } from './move-enrolment.ts'
import { lockEnrolment } from '../sql.ts'
import { markPausedUntil } from './sql.ts'

/**
 * Takes a ready person out of the pool until a day, or until somebody says otherwise. Refuses a day
 * that is not to come, and whoever is not ready.
 */
export async function pauseEnrolment(
  ctx: Context,
  id: string,
  pause: { until?: Temporal.PlainDate | undefined; reason?: string | undefined },
): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  if (pause.until !== undefined && Temporal.PlainDate.compare(pause.until, today) <= 0)
    throw new Problem('invalid-input', { fields: [{ pointer: '/until', code: 'past' }] })
  return transact(ctx, async (ctx) => {
    const { state } = await lockEnrolment(ctx.db, id)
    if (state !== 'ready') throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'paused', reason: pause.reason })
    await markPausedUntil(ctx.db, id, pause.until ?? null)
  })
}
