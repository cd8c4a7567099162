import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { moveEnrolment } from '../../people/transitions/move-enrolment.ts'
import { openTask } from '../../tasks/open.ts'
import { findLatest, hasPair, listUnanswered, lockEnrolment, markLapsed } from './sql.ts'

/** A late yes ends a pause with this reason, but not a pause by a coordinator. */
export const unansweredReason = 'no answer'

/**
 * Pauses people who did not answer in time, and tells the coordinator; not those who were offered a
 * match or got one since. It deletes no one.
 */
export async function lapseUnanswered(ctx: Context): Promise<void> {
  const unanswered = await transact(ctx, (ctx) => listUnanswered(ctx.db, ctx.now()))
  await forEach(unanswered, (id) => lapseOne(ctx, id))
}

async function lapseOne(ctx: Context, enrolmentId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { state, municipality } = await lockEnrolment(ctx.db, enrolmentId)
    const asked = await findLatest(ctx.db, enrolmentId)
    // Answered while we waited for the lock.
    if (asked === undefined || asked.answer !== null || asked.lapsedAt !== null) return
    await markLapsed(ctx.db, asked.id, ctx.now())
    if (state !== 'ready' || (await hasPair(ctx.db, enrolmentId))) return
    await moveEnrolment(ctx, enrolmentId, { to: 'paused', reason: unansweredReason })
    await openTask(ctx, {
      municipality,
      enrolmentId,
      kind: 'reconfirmation_unanswered',
      dueOn: ctx.now().toZonedDateTimeISO(zone).toPlainDate(),
    })
  })
}
