import { type Context, transact, type Work } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { openTask } from '../../tasks/open.ts'
import { listSilent, listToRemind, markReminded } from './sql.ts'

/** Half of the time there is to answer. */
const silence = Temporal.Duration.from({ hours: 7 * 24 })

/**
 * Reminds those who have not answered an offer after seven days, once: by mail, or by a task to call
 * them. Idempotent, run hourly.
 */
export async function remindOfOffers(ctx: Context): Promise<void> {
  const now = ctx.now()
  const ids = await transact(ctx, (ctx) =>
    listToRemind(ctx.db, { madeBy: now.subtract(silence), now }),
  )
  await forEach(ids, (id) => transact(ctx, (ctx) => remindOf(ctx, id)))
}

async function remindOf(ctx: Work, id: string): Promise<void> {
  const offer = await markReminded(ctx.db, id, ctx.now())
  // Answered, withdrawn or reminded since the list was read.
  if (offer === undefined) return
  const { municipality, expiresAt } = offer
  for (const { personId, enrolmentId, email, channel } of await listSilent(ctx.db, id))
    if (email !== null && channel === 'email')
      await queueMail(ctx, {
        kind: 'offer-reminder',
        municipality,
        to: { personId },
        subjectId: id,
      })
    else
      await openTask(ctx, {
        municipality,
        enrolmentId,
        kind: 'offer_by_phone',
        dueOn: expiresAt!.toZonedDateTimeISO(zone).toPlainDate(),
      })
}
