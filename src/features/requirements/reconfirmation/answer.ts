import { actorName, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { moveEnrolment } from '../../people/transitions/move-enrolment.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { unansweredReason } from './lapse.ts'
import type { AnswerReconfirmation } from './schema.ts'
import { findLatest, findLatestReason, hasPair, lockEnrolment, markAnswered } from './sql.ts'

/**
 * Records the answer to "still interested?". Yes keeps the person waiting, and ends a pause for not
 * answering; no pauses them, unless they were offered a match or got one since. Repeating an answer
 * changes nothing.
 */
export async function answerReconfirmation(
  ctx: Context,
  enrolmentId: string,
  { answer }: AnswerReconfirmation,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state, municipality, personId } = await lockEnrolment(ctx.db, enrolmentId)
    const asked = await findLatest(ctx.db, enrolmentId)
    if (asked === undefined) throw new Problem('state-conflict', { state })
    if (asked.answer === answer) return
    if (asked.answer !== null) throw new Problem('already-answered', { state: asked.answer })
    await markAnswered(ctx.db, asked.id, { answer, by: actorName(ctx.actor), at: ctx.now() })
    await recordEvent(ctx, {
      action: 'reconfirmation-answered',
      municipality,
      personId,
      subjectId: asked.id,
    })
    const kinds = ['reconfirmation_by_phone', 'reconfirmation_unanswered'] as const
    await resolveTasks(ctx, { enrolmentId, kinds })
    const reason = await findLatestReason(ctx.db, enrolmentId)
    if (answer === 'no' && state === 'ready' && !(await hasPair(ctx.db, enrolmentId)))
      await moveEnrolment(ctx, enrolmentId, { to: 'paused', reason: 'not interested now' })
    if (answer === 'yes' && state === 'paused' && reason === unansweredReason)
      await moveEnrolment(ctx, enrolmentId, { to: 'ready', reason: 'still interested' })
  })
}
