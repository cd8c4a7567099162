import { actingAs, type Context, transact, type Work } from '../../context.ts'
import { sealEntries } from './sql.ts'

/**
 * Chains what has been written into the record since the last time, part by part: an import writes
 * more than one statement has time for. Done by a job, every few minutes.
 */
export async function sealAudit(ctx: Context | Work): Promise<number> {
  const by = actingAs(ctx, { kind: 'system' })
  for (let total = 0; ;) {
    const sealed = await transact(by, (ctx) => sealEntries(ctx.db))
    if (sealed === 0) return total
    total += sealed
  }
}
