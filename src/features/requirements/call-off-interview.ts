import { type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { recordEvent } from '../audit/record.ts'
import { unbook } from '../places/unbook.ts'
import { changeInterview, findBookedInterview } from './sql.ts'

/** Cancels a booked interview, if there is one, and takes it out of the volunteer's calendar. */
export async function callOffInterview(
  ctx: Context,
  enrolmentId: string,
  { tellsOthers }: { tellsOthers: boolean },
): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const booked = await findBookedInterview(ctx.db, enrolmentId)
    if (booked === undefined) return false
    const { id, municipality, personId, startsAt } = booked
    await changeInterview(ctx.db, id, { state: 'cancelled', changedAt: ctx.now() })
    await unbook(ctx, { interviewId: id })
    await recordEvent(ctx, { action: 'interview-cancelled', municipality, personId, subjectId: id })
    // A past interview need not be taken out of a calendar.
    if (tellsOthers && Temporal.Instant.compare(startsAt, ctx.now()) > 0)
      await queueMail(ctx, { kind: 'interview', municipality, to: { personId }, subjectId: id })
    return true
  })
}
