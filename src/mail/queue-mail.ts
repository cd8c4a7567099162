import type { Work } from '../context.ts'
import type { MailKind } from './message.ts'
import { cancelReplaced, insertMail } from './sql.ts'

/**
 * Mails that let somebody in. Somebody waits for them, so that they wait for no other mail; and they are
 * not sent again by themselves when they may have arrived, since two would look like an attack.
 */
const urgentKinds: ReadonlySet<MailKind> = new Set([
  'email-changed',
  'email-replaced',
  'own-page-link',
  'staff-invitation',
])

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
    /** How long it waits before it leaves, so that several changes make one mail. */
    after?: Temporal.Duration
    /** Kinds of mail about the same subject to the same reader that it makes needless, if unsent. */
    replaces?: readonly MailKind[]
  },
): Promise<void> {
  const { kind, municipality, after, replaces = [] } = mail
  const about = {
    personId: 'personId' in mail.to ? mail.to.personId : null,
    accountId: 'accountId' in mail.to ? mail.to.accountId : null,
    subjectId: mail.subjectId ?? null,
  }
  if (replaces.length > 0) await cancelReplaced(ctx.db, about, replaces, ctx.now())
  const now = ctx.now()
  const since = after === undefined ? now : now.add(after)
  await insertMail(ctx.db, {
    ...{ kind, municipality, ...about },
    ...{ urgent: urgentKinds.has(kind), createdAt: now, since, dueAt: since },
  })
}
