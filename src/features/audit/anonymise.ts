import type { Work } from '../../context.ts'
import { anonymiseEntries } from './sql.ts'

/** Takes a person's ids out of the record: what happened stays, and leads to nobody. */
export async function anonymiseAudit(
  ctx: Work,
  gone: { personId: string; ids: readonly string[] },
): Promise<void> {
  await anonymiseEntries(ctx.db, [gone.personId, ...gone.ids], [`person:${gone.personId}`])
}
