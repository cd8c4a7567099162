import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { readUnsubscribed } from '../../accounts/subscriptions/read-unsubscribed.ts'
import { recordEvent } from '../../audit/record.ts'
import { openTask } from '../../tasks/open.ts'
import { insertReconfirmation, listToAsk, lockEnrolment } from './sql.ts'

/**
 * Asks everyone who has long been ready without a match whether they are still interested: by mail,
 * or by a task for the coordinator when there is no e-mail address or they do not want the mail.
 */
export async function askThoseWaiting(ctx: Context): Promise<void> {
  const waiting = await transact(ctx, (ctx) => listToAsk(ctx.db, ctx.now()))
  await forEach(waiting, (id) => askOne(ctx, id))
}

async function askOne(ctx: Context, enrolmentId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const enrolment = await lockEnrolment(ctx.db, enrolmentId)
    // Since the list was read, the person may have been offered, paused or asked.
    if (!(await listToAsk(ctx.db, ctx.now())).includes(enrolmentId)) return
    const { municipality, personId, email, channel, reconfirmAnswerDays } = enrolment
    const unsubscribed = await readUnsubscribed(ctx, { municipality, personId })
    const byMail = email !== null && channel === 'email' && !unsubscribed.includes('reconfirmation')
    const answerBy = ctx.now().add({ hours: 24 * reconfirmAnswerDays })
    const id = await insertReconfirmation(ctx.db, {
      municipality,
      enrolmentId,
      askedAt: ctx.now(),
      answerBy,
      byMail,
    })
    await recordEvent(ctx, {
      action: 'reconfirmation-asked',
      municipality,
      personId,
      subjectId: id,
    })
    if (byMail)
      await queueMail(ctx, {
        kind: 'reconfirmation',
        municipality,
        to: { personId },
        subjectId: id,
      })
    else
      await openTask(ctx, {
        municipality,
        enrolmentId,
        kind: 'reconfirmation_by_phone',
        dueOn: answerBy.toZonedDateTimeISO(zone).toPlainDate(),
      })
  })
}
