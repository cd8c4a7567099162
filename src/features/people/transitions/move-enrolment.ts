import { actorName, type Context, transact } from '../../../context.ts'
import type { EnrolmentState, TaskKind } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { zone } from '../../../locales/zone.ts'
import { recordEvent } from '../../audit/record.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { mayMove } from './lifecycle.ts'
import { requireMet } from './require-met.ts'
import { insertTransition, lockEnrolment, markState } from '../sql.ts'
import { hasMeetingsAhead } from './sql.ts'

/**
 * Moves an enrolment and records who did it, when and why. Refuses a move that the lifecycle does
 * not have, naming the current state, and making a mentor ready who lacks a requirement. Nobody who is
 * suspended, paused or gone keeps a meeting in that time: features above this one call it off first.
 */
export async function moveEnrolment(
  ctx: Context,
  id: string,
  move: {
    to: EnrolmentState
    reason?: string | undefined
    /** The end of a pause. */
    until?: Temporal.PlainDate | undefined
  },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const enrolment = await lockEnrolment(ctx.db, id)
    if (!mayMove(enrolment.role, enrolment.state, move.to))
      throw new Problem('state-conflict', { state: enrolment.state })
    if (enrolment.role === 'mentor' && move.to === 'ready')
      await requireMet(ctx, enrolment, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    if (move.to === 'suspended' || move.to === 'paused' || move.to === 'left') {
      const time = { from: ctx.now(), before: move.until?.toZonedDateTime(zone).toInstant() }
      if (await hasMeetingsAhead(ctx.db, id, time))
        throw new Error('A person stops whose meetings have not been called off')
    }
    await markState(ctx.db, id, {
      state: move.to,
      at: ctx.now(),
      readySince: waitingSince(enrolment, move.to, ctx.now()),
      pausedUntil: move.until ?? null,
    })
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

/** The kinds of tasks whose cause a move removes. */
function settledBy(from: EnrolmentState, to: EnrolmentState): TaskKind[] {
  const settled: TaskKind[] = []
  if (from === 'interview_booked') settled.push('interview_unrecorded')
  if (from === 'registered') settled.push('call_registered')
  if (from === 'ready') settled.push('reconfirmation_by_phone', 'waiting_by_phone')
  if (from === 'paused') settled.push('reconfirmation_unanswered')
  if (to === 'ready') settled.push('requirement_expired')
  if (to === 'left' || to === 'rejected')
    settled.push('requirement_expired', 'requirement_expiring', 'mail_refused', 'mail_failed')
  return settled
}

/** The waiting time runs on under an offer: declining must not cost a place in the queue. */
function waitingSince(
  enrolment: { state: EnrolmentState; readySince: Temporal.Instant | null },
  to: EnrolmentState,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (to === 'offered') return enrolment.readySince
  if (to !== 'ready') return null
  return enrolment.state === 'offered' ? enrolment.readySince : now
}
