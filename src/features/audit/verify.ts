import { actingAs, type Context, transact } from '../../context.ts'
import { readJournal } from '../../db/journal.ts'
import { type Head, headsIn } from './heads.ts'
import { type Finding, listFindings, listHeads, listUnreached, takeTime } from './sql.ts'

export interface Verified {
  findings: Finding[]
  heads: Head[]
}

/**
 * Checks every chain of the record, and names each entry that was edited, deleted or moved; and each
 * end that was written down beside the database and is not on its chain any more.
 */
export async function verifyAudit(ctx: Context): Promise<Verified> {
  const witnessed = headsIn(await readJournal(ctx.witness, 'heads'))
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    await takeTime(ctx.db)
    const findings = [...(await listFindings(ctx.db)), ...(await listUnreached(ctx.db, witnessed))]
    return { findings, heads: await listHeads(ctx.db) }
  })
}
