import { actingAs, type Context, transact } from '../../context.ts'
import { sealEntries } from './sql.ts'

/** Chains what has been written into the record since the last time. Done by a job, every few minutes. */
export async function sealAudit(ctx: Context): Promise<number> {
  return transact(actingAs(ctx, { kind: 'system' }), (ctx) => sealEntries(ctx.db))
}
