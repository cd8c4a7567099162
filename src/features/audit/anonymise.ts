import type { Work } from '../../context.ts'
import { anonymiseEntries } from './sql.ts'

/** Removes a person's ids from the record. The events stay, without a reference to the person. */
export async function anonymiseAudit(
  ctx: Work,
  gone: { personId: string; ids: readonly string[] },
): Promise<void> {
  await anonymiseEntries(ctx.db, [gone.personId, ...gone.ids], [`person:${gone.personId}`])
}
