import type { Work } from '../../context.ts'
import { shredEntries } from './sql.ts'

/** Takes a person's ids out of the record: what happened stays, and leads to nobody. */
export async function shredAudit(
  ctx: Work,
  gone: { personId: string; ids: readonly string[] },
): Promise<void> {
  await shredEntries(ctx.db, [gone.personId, ...gone.ids], [`person:${gone.personId}`])
}
