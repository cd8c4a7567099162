import type { Work } from '../../context.ts'
import type { QuestionKind } from '../../db/types.ts'
import type { MailKind } from '../../mail/message.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { insertQuestion } from './sql.ts'

/**
 * Asks a person a question by a mail, whose subject is the question. The same question that is still
 * open is not asked again.
 */
export async function ask(
  ctx: Work,
  question: {
    kind: QuestionKind
    municipality: string
    personId: string
    matchId?: string
    meetingId?: string
    /** What is proposed, as JSON. */
    about?: string
    answerBy: Temporal.Instant
  },
  mail: MailKind,
  /** How long the mail waits. */
  after?: Temporal.Duration,
): Promise<void> {
  const { municipality, personId } = question
  const subjectId = await insertQuestion(ctx.db, { ...question, askedAt: ctx.now() })
  if (subjectId === undefined) return
  const waiting = after === undefined ? {} : { after }
  await queueMail(ctx, { kind: mail, municipality, to: { personId }, subjectId, ...waiting })
}
