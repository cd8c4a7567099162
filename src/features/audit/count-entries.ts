import type { Work } from '../../context.ts'
import { countBefore } from './sql.ts'

/** How many entries of the record are from before a moment. */
export async function countEntriesBefore(ctx: Work, before: Temporal.Instant): Promise<number> {
  return countBefore(ctx.db, before)
}
