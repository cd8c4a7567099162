import type { Work } from '../../context.ts'
import type { MailKind } from '../../mail/message.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { markReminded } from './sql.ts'

/** Mails a question without an answer once more. */
export async function remind(
  ctx: Work,
  question: { id: string; municipality: string; personId: string },
  kind: MailKind,
  after?: Temporal.Duration,
): Promise<void> {
  const { id: subjectId, municipality, personId } = question
  await markReminded(ctx.db, subjectId, ctx.now())
  const waiting = after === undefined ? {} : { after }
  await queueMail(ctx, { kind, municipality, to: { personId }, subjectId, ...waiting })
}
