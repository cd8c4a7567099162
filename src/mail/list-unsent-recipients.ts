import type { Work } from '../context.ts'
import { listWaiting } from './sql.ts'

/** Whose mail about a thing has not left yet: they need not be told that it is off. */
export async function listUnsentRecipients(ctx: Work, subjectId: string): Promise<string[]> {
  return listWaiting(ctx.db, subjectId)
}
