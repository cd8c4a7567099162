import type { Work } from '../../context.ts'
import { sealAudit } from './seal.ts'
import { forgetEntries } from './sql.ts'

/**
 * Deletes what the record need not hold any longer, from the beginning of each chain, which goes on
 * from there. Chained first, or old entries would be left over.
 */
export async function forgetAudit(ctx: Work, before: Temporal.Instant): Promise<number> {
  await sealAudit(ctx)
  return forgetEntries(ctx.db, before)
}
