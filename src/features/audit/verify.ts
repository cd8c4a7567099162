import { actingAs, type Context, transact } from '../../context.ts'
import { type Finding, listFindings, listHeads } from './sql.ts'

export interface Verified {
  findings: Finding[]
  heads: { municipality: string; position: string; hash: string }[]
}

/** Checks every chain of the record, and names each entry that was edited, deleted or moved. */
export async function verifyAudit(ctx: Context): Promise<Verified> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => ({
    findings: await listFindings(ctx.db),
    heads: await listHeads(ctx.db),
  }))
}
