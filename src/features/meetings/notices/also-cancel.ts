import type { Work } from '../../../context.ts'
import type { Draft } from '../../../mail/message.ts'
import type { MailRow } from '../../../mail/sql.ts'
import { findCancelled } from './find-news.ts'
import { cancelledAppointments, cancelledFacts } from './mails.ts'

/**
 * Lists in a mail every meeting that is off for its reader, and takes them out of the reader's calendar:
 * the end of a match with four meetings is one mail.
 */
export async function alsoCancel(ctx: Work, mail: MailRow, draft: Draft): Promise<Draft> {
  const off = await findCancelled(ctx, mail)
  if (off.length === 0) return draft
  return {
    ...draft,
    write: (t) => ({ ...draft.write(t), facts: cancelledFacts(t, off) }),
    appointments: (t) => cancelledAppointments(t, off),
  }
}
