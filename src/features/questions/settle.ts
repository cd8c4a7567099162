import { actorName, type Work } from '../../context.ts'
import type { Channel, QuestionKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { lockQuestion, markAnswered, markWithdrawn, type QuestionRow } from './sql.ts'

/**
 * Stores the answer to a question, or another one in its place, and returns the question as it was
 * before. Refuses a question that was withdrawn, and an answer after its time unless a coordinator
 * records it.
 */
export async function settleQuestion(
  ctx: Work,
  id: string,
  answer: object,
  channel?: Channel,
): Promise<QuestionRow> {
  const question = await lockQuestion(ctx.db, id)
  const isLate =
    channel === undefined && Temporal.Instant.compare(ctx.now(), question.answerBy) >= 0
  if (question.withdrawnAt !== null || isLate) throw new Problem('link-expired')
  await markAnswered(ctx.db, id, {
    answer,
    by: actorName(ctx.actor),
    channel: channel ?? null,
    at: ctx.now(),
  })
  const { municipality, personId } = question
  const action = 'question-answered'
  await recordEvent(ctx, { action, municipality, personId, subjectId: id })
  return question
}

/**
 * Withdraws the open questions about a match or a meeting, because they need no answer any more; those
 * answered as well, when what was asked about turns out not to have happened.
 */
export async function withdrawQuestions(
  ctx: Work,
  about: { matchId: string } | { meetingId: string },
  kinds: readonly QuestionKind[],
  { answeredToo = false }: { answeredToo?: boolean } = {},
): Promise<void> {
  if (kinds.length > 0) await markWithdrawn(ctx.db, about, kinds, ctx.now(), answeredToo)
}
