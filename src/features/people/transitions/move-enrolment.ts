import { actorName, type Context, transact } from '../../../context.ts'
import type { EnrolmentState, TaskKind } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { zone } from '../../../locales/zone.ts'
import { recordEvent } from '../../audit/record.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { mayMove } from './lifecycle.ts'
import { requireMet } from './require-met.ts'
import { insertTransition, lockEnrolment, markState } from '../sql.ts'

/**
 * Takes an enrolment to its next state and writes down who did it, when and why. Refuses a step that
 * the lifecycle does not have, naming the state that stands in the way, and a mentor to become ready
 * who lacks something required.
 */
export async function moveEnrolment(
  ctx: Context,
  id: string,
  move: { to: EnrolmentState; reason?: string | undefined },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const enrolment = await lockEnrolment(ctx.db, id)
    if (!mayMove(enrolment.role, enrolment.state, move.to))
      throw new Problem('state-conflict', { state: enrolment.state })
    if (enrolment.role === 'mentor' && move.to === 'ready')
      await requireMet(ctx, enrolment, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    await markState(ctx.db, id, move.to, ctx.now(), waitingSince(enrolment, move.to, ctx.now()))
    await insertTransition(ctx.db, {
      municipality: enrolment.municipality,
      enrolmentId: id,
      fromState: enrolment.state,
      toState: move.to,
      reason: move.reason ?? null,
      actor: actorName(ctx.actor),
      at: ctx.now(),
    })
    await recordEvent(ctx, {
      action: 'enrolment-moved',
      municipality: enrolment.municipality,
      personId: enrolment.personId,
      subjectId: id,
    })
    await resolveTasks(ctx, { enrolmentId: id, kinds: settledBy(enrolment.state, move.to) })
  })
}

/** The tasks whose cause a move takes away. */
function settledBy(from: EnrolmentState, to: EnrolmentState): TaskKind[] {
  const settled: TaskKind[] = []
  if (from === 'interview_booked') settled.push('interview_unrecorded')
  if (from === 'ready') settled.push('reconfirmation_by_phone')
  if (from === 'paused') settled.push('reconfirmation_unanswered')
  if (to === 'ready') settled.push('requirement_expired')
  if (to === 'left' || to === 'rejected')
    settled.push('requirement_expired', 'requirement_expiring', 'mail_refused')
  return settled
}

/** A declined offer must not send anybody to the back of the queue: the wait runs on under an offer. */
function waitingSince(
  enrolment: { state: EnrolmentState; readySince: Temporal.Instant | null },
  to: EnrolmentState,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (to === 'offered') return enrolment.readySince
  if (to !== 'ready') return null
  return enrolment.state === 'offered' ? enrolment.readySince : now
}
