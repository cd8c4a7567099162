import type { Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type AskedQuestion, findQuestion, listOpen } from './sql.ts'

/** A question to a person that can be answered, or that they have answered. */
export async function readQuestion(
  ctx: Work,
  id: string,
  personId: string,
): Promise<AskedQuestion> {
  const question = await findQuestion(ctx.db, id, personId)
  if (question === undefined) throw new Problem('not-found')
  if (question.withdrawnAt !== null) throw new Problem('link-expired')
  if (question.answer !== null) return question
  const isLate = Temporal.Instant.compare(ctx.now(), question.answerBy) >= 0
  const isRecorded = question.meetingId !== null && question.meetingState !== 'scheduled'
  if (isLate || isRecorded) throw new Problem('link-expired')
  return question
}

/** What a person has been asked and has not answered. */
export async function listOpenQuestions(ctx: Work, personId: string): Promise<AskedQuestion[]> {
  return listOpen(ctx.db, personId, ctx.now())
}
