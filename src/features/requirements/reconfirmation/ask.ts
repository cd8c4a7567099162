import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { recordEvent } from '../../audit/record.ts'
import { openTask } from '../../tasks/open.ts'
import { insertReconfirmation, listToAsk, lockEnrolment } from './sql.ts'

/**
 * Asks everyone who has been ready for long, and has no match, whether they still want to: by mail, or
 * by a task for the coordinator where there is no e-mail to write to.
 */
export async function askThoseWaiting(ctx: Context): Promise<void> {
  for (const id of await transact(ctx, (ctx) => listToAsk(ctx.db, ctx.now()))) await askOne(ctx, id)
}

async function askOne(ctx: Context, enrolmentId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const enrolment = await lockEnrolment(ctx.db, enrolmentId)
    // Offered, paused or asked by another instance since the list was made.
    if (!(await listToAsk(ctx.db, ctx.now())).includes(enrolmentId)) return
    const { municipality, personId, email, channel, reconfirmAnswerDays } = enrolment
    const byMail = email !== null && channel === 'email'
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
