import { actingAs, type Context, transact } from '../../context.ts'
import { appendToJournal, trimJournal } from '../../db/journal.ts'
import { zone } from '../../locales/zone.ts'
import { formatHead } from './chain-heads.ts'
import { listHeads } from './sql.ts'

/** As long as the record itself is kept. */
const keeps = { months: 24 }

/**
 * Writes down beside the database where each chain of the record ends: whoever rewrites the record
 * later, chain and all, does not get there again.
 */
export async function journalHeads(ctx: Context): Promise<void> {
  const heads = await transact(actingAs(ctx, { kind: 'system' }), (ctx) => listHeads(ctx.db))
  await appendToJournal(ctx.witness, 'heads', heads.map(formatHead), ctx.now())
  const oldest = ctx.now().toZonedDateTimeISO(zone).subtract(keeps).toInstant()
  await trimJournal(ctx.witness, 'heads', oldest)
}
