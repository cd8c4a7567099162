import { type Context, transact, type Work } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { openTask } from '../../tasks/open.ts'
import { lockEnrolment } from '../sql.ts'
import { findWaiting, listWaiting, markTold } from './sql.ts'

/** Time for a coordinator to call somebody who has no e-mail. */
const callWithinDays = 7

/**
 * Tells everyone who has been ready for 30 days without a match or an offer that they still wait, and
 * again each month: by mail, or by a task to call them. Idempotent, run nightly.
 */
export async function tellThoseWaiting(ctx: Context): Promise<void> {
  const waiting = await transact(ctx, (ctx) => listWaiting(ctx.db, ctx.now()))
  await forEach(waiting, (id) => transact(ctx, (ctx) => tellOne(ctx, id)))
}

async function tellOne(ctx: Work, enrolmentId: string): Promise<void> {
  await lockEnrolment(ctx.db, enrolmentId)
  const person = await findWaiting(ctx.db, enrolmentId, ctx.now())
  // Offered, matched, paused or told since the list was read.
  if (person === undefined) return
  const { municipality, personId, email, channel } = person
  await markTold(ctx.db, enrolmentId, ctx.now())
  if (email !== null && channel === 'email')
    await queueMail(ctx, {
      kind: 'waiting',
      municipality,
      to: { personId },
      subjectId: enrolmentId,
    })
  else
    await openTask(ctx, {
      municipality,
      enrolmentId,
      kind: 'waiting_by_phone',
      dueOn: ctx.now().toZonedDateTimeISO(zone).toPlainDate().add({ days: callWithinDays }),
    })
}
