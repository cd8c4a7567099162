import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { callOffInterview } from './call-off-interview.ts'
import { lockMentor } from './sql.ts'

/** Cancels a booked interview, tells the volunteer, and moves them back to registered. */
export async function cancelInterview(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockMentor(ctx.db, enrolmentId)
    if (
      state !== 'interview_booked' ||
      !(await callOffInterview(ctx, enrolmentId, { tellsOthers: true }))
    )
      throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, enrolmentId, { to: 'registered', reason: 'interview cancelled' })
  })
}
