import type { Work } from '../../context.ts'
import { sealAudit } from './seal.ts'
import { forgetEntries } from './sql.ts'

/**
 * Deletes entries past their retention from the beginning of each chain. Seals first, because
 * unsealed entries would be left over.
 */
export async function forgetAudit(ctx: Work, before: Temporal.Instant): Promise<number> {
  await sealAudit(ctx)
  return forgetEntries(ctx.db, before)
}
