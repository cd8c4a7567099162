import { actingAs, type Context, transact } from '../../context.ts'
import { appendToJournal, trimJournal } from '../../db/journal.ts'
import { zone } from '../../locales/zone.ts'
import { formatHead } from './chain-heads.ts'
import { listHeads } from './sql.ts'

/** The retention period of the audit record. */
const keeps = { months: 24 }

/** Journals each chain's head outside the database: a rewritten chain no longer contains it. */
export async function journalHeads(ctx: Context): Promise<void> {
  const heads = await transact(actingAs(ctx, { kind: 'system' }), (ctx) => listHeads(ctx.db))
  await appendToJournal(ctx.journal, 'heads', heads.map(formatHead), ctx.now())
  const oldest = ctx.now().toZonedDateTimeISO(zone).subtract(keeps).toInstant()
  await trimJournal(ctx.journal, 'heads', oldest)
}
