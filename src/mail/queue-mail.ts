import type { Work } from '../context.ts'
import type { MailKind } from './message.ts'
import { insertMail } from './sql.ts'

/**
 * Puts a mail into the outbox in the transaction that caused it: both happen, or neither. What is
 * kept is whom and what about; the words are written when it leaves.
 */
export async function queueMail(
  ctx: Work,
  mail: {
    kind: MailKind
    municipality: string | null
    to: { personId: string } | { accountId: string }
    subjectId?: string
  },
): Promise<void> {
  const mailId = await insertMail(ctx.db, {
    kind: mail.kind,
    municipality: mail.municipality,
    personId: 'personId' in mail.to ? mail.to.personId : null,
    accountId: 'accountId' in mail.to ? mail.to.accountId : null,
    subjectId: mail.subjectId ?? null,
    createdAt: ctx.now(),
  })
  await ctx.enqueue('mail', mailId)
}
