import { actingAs, type Context, transact } from '../../context.ts'
import { readJournal } from '../../db/journal.ts'
import { type ChainHead, parseHeads } from './chain-heads.ts'
import {
  type Finding,
  listFindings,
  listHeads,
  listUnreachedHeads,
  disableStatementTimeout,
} from './sql.ts'

export interface Verified {
  findings: Finding[]
  heads: ChainHead[]
}

/**
 * Reports each entry that was edited, deleted or moved, and each journalled head that is no longer
 * on its chain.
 */
export async function verifyAudit(ctx: Context): Promise<Verified> {
  const journalled = parseHeads(await readJournal(ctx.journal, 'heads'))
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    await disableStatementTimeout(ctx.db)
    const findings = [
      ...(await listFindings(ctx.db)),
      ...(await listUnreachedHeads(ctx.db, journalled)),
    ]
    return { findings, heads: await listHeads(ctx.db) }
  })
}
