import type { Work } from '../../context.ts'
import { countBefore } from './sql.ts'

export async function countEntriesBefore(ctx: Work, before: Temporal.Instant): Promise<number> {
  return countBefore(ctx.db, before)
}
