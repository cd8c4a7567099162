import { type Context, transact } from '../../context.ts'
import { municipalityOf } from '../../web/guard.ts'
import { recordEvent } from './record.ts'
import type { ListAudit } from './schema.ts'
import { type EntryRow, listEntries } from './sql.ts'

/** Reads a part of the municipality's record, and writes down that it was read: one line, not one per line. */
export async function readRecord(
  ctx: Context,
  wanted: ListAudit,
  most: number,
): Promise<EntryRow[]> {
  return transact(ctx, async (ctx) => {
    const entries = await listEntries(ctx.db, wanted, most)
    const municipality = municipalityOf(ctx.actor)
    // An id that leads to nobody must not come into the record by being asked for.
    const personId = entries.length > 0 ? wanted.person : undefined
    await recordEvent(ctx, { action: 'audit-read', municipality, personId })
    return entries
  })
}
