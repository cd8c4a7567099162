import { actorName, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import type { RecordInterview } from './schema.ts'
import { settleRequirements } from './settle.ts'
import { findBookedInterview, lockMentor, markInterviewHeld } from './sql.ts'

/**
 * Records that the booked interview was held and what was decided. A selected mentor becomes ready,
 * or waits for what is required. Refuses before the interview has begun.
 */
export async function recordInterview(
  ctx: Context,
  enrolmentId: string,
  { decision, reason }: RecordInterview,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state, municipality, personId } = await lockMentor(ctx.db, enrolmentId)
    const booked = await findBookedInterview(ctx.db, enrolmentId)
    if (state !== 'interview_booked' || booked === undefined)
      throw new Problem('state-conflict', { state })
    if (Temporal.Instant.compare(booked.startsAt, ctx.now()) > 0) throw new Problem('too-early')
    await markInterviewHeld(ctx.db, booked.id, {
      decision,
      reason: reason ?? null,
      decidedBy: actorName(ctx.actor),
      decidedAt: ctx.now(),
    })
    await moveEnrolment(ctx, enrolmentId, { to: 'interviewed' })
    await moveEnrolment(ctx, enrolmentId, { to: decision, reason })
    await recordEvent(ctx, {
      action: 'interview-recorded',
      municipality,
      personId,
      subjectId: booked.id,
    })
    if (decision === 'selected') await settleRequirements(ctx, enrolmentId)
  })
}
