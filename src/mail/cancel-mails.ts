import type { Work } from '../context.ts'
import { cancelPending } from './sql.ts'

/** Cancels the mails about these things that have not left yet. */
export async function cancelMails(ctx: Work, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length > 0) await cancelPending(ctx.db, subjectIds, ctx.now())
}
