import { type Context, transact } from '../../context.ts'
import { municipalityOf } from '../../web/guard.ts'
import { recordEvent } from './record.ts'
import type { ListAudit } from './schema.ts'
import { type EntryRow, listEntries } from './sql.ts'

/** Reads a page of the municipality's audit record, and records the reading as one entry. */
export async function readRecord(
  ctx: Context,
  wanted: ListAudit,
  most: number,
): Promise<EntryRow[]> {
  return transact(ctx, async (ctx) => {
    const entries = await listEntries(ctx.db, wanted, most)
    const municipality = municipalityOf(ctx.actor)
    // An unknown id in the query must not enter the record.
    const personId = entries.length > 0 ? wanted.person : undefined
    await recordEvent(ctx, { action: 'audit-read', municipality, personId })
    return entries
  })
}
