import type { Work } from '../../../context.ts'
import type { Draft } from '../../../mail/message.ts'
import type { MailRow } from '../../../mail/sql.ts'
import { findCancelled } from './find-news.ts'
import { cancelledAppointments, cancelledFacts } from './mails.ts'
import { hasEmail } from './sql.ts'

/**
 * Lists in a mail every meeting that is off for its reader, and takes them out of the reader's calendar:
 * the end of a match with four meetings is one mail. Not for a reader without e-mail, who does not see the
 * mail: the SMS or letter about each tells them.
 */
export async function alsoCancel(ctx: Work, mail: MailRow, draft: Draft): Promise<Draft> {
  if (!(await hasEmail(ctx.db, mail.personId!))) return draft
  const off = await findCancelled(ctx, mail)
  if (off.length === 0) return draft
  return {
    ...draft,
    write: (t) => ({ ...draft.write(t), facts: cancelledFacts(t, off) }),
    appointments: (t) => cancelledAppointments(t, off),
  }
}
