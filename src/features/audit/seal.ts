import { actingAs, type Context, transact, type Work } from '../../context.ts'
import { sealEntries } from './sql.ts'

/** Adds new entries to the hash chains, in batches that fit the statement timeout. */
export async function sealAudit(ctx: Context | Work): Promise<number> {
  const by = actingAs(ctx, { kind: 'system' })
  for (let total = 0; ;) {
    const sealed = await transact(by, (ctx) => sealEntries(ctx.db))
    if (sealed === 0) return total
    total += sealed
  }
}
