import { actorName, type Work } from '../../context.ts'
import type { Channel, QuestionKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { lockQuestion, markAnswered, markWithdrawn, type QuestionRow } from './sql.ts'

/**
 * Stores the answer to a question, or another one in its place, and returns the question as it was
 * before. Refuses a question that was withdrawn or whose time is over.
 */
export async function settleQuestion(
  ctx: Work,
  id: string,
  answer: object,
  channel?: Channel,
): Promise<QuestionRow> {
  const question = await lockQuestion(ctx.db, id)
  const isLate = Temporal.Instant.compare(ctx.now(), question.answerBy) >= 0
  if (question.withdrawnAt !== null || isLate) throw new Problem('link-expired')
  await markAnswered(ctx.db, id, {
    answer,
    by: actorName(ctx.actor),
    channel: channel ?? null,
    at: ctx.now(),
  })
  return question
}

/** Withdraws the open questions about a match or a meeting, because they need no answer any more. */
export async function withdrawQuestions(
  ctx: Work,
  about: { matchId: string } | { meetingId: string },
  kinds: readonly QuestionKind[],
): Promise<void> {
  if (kinds.length > 0) await markWithdrawn(ctx.db, about, kinds, ctx.now())
}
