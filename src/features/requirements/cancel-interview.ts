import { type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { moveEnrolment } from '../people/move.ts'
import { findBookedInterview, lockMentor, updateInterview } from './sql.ts'

/** Calls a booked interview off and tells the volunteer, who waits for a new time as before. */
export async function cancelInterview(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state, municipality, personId } = await lockMentor(ctx.db, enrolmentId)
    const booked = await findBookedInterview(ctx.db, enrolmentId)
    if (state !== 'interview_booked' || booked === undefined)
      throw new Problem('state-conflict', { state })
    const { id } = booked
    await updateInterview(ctx.db, id, { state: 'cancelled' })
    await moveEnrolment(ctx, enrolmentId, { to: 'registered', reason: 'interview cancelled' })
    await recordEvent(ctx, { action: 'interview-cancelled', municipality, personId, subjectId: id })
    await queueMail(ctx, { kind: 'interview', municipality, to: { personId }, subjectId: id })
  })
}
