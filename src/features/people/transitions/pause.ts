import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { moveEnrolment } from './move-enrolment.ts'
import { lockEnrolment } from '../sql.ts'
import { markPausedUntil } from './sql.ts'

/** Pauses a ready person until a day, or without an end. Refuses a past day. */
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
