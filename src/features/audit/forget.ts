import type { Work } from '../../context.ts'
import { sealAudit } from './seal.ts'
import { forgetEntries } from './sql.ts'

/** Deletes expired entries from the beginning of each chain; sealed first, or some would remain. */
export async function forgetAudit(ctx: Work, before: Temporal.Instant): Promise<number> {
  await sealAudit(ctx)
  return forgetEntries(ctx.db, before)
}
