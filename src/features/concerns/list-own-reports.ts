import { type Context, transact } from '../../context.ts'
import type { KeyRing } from '../../db/seal.ts'
import { concernPlace } from './sealed-places.ts'
import { listOwnRows } from './sql.ts'

/** What a mentor or mentee has reported themselves, in their words; without what others did about it. */
export async function listOwnReports(ctx: Context, personId: string, keys: KeyRing) {
  return transact(ctx, async (ctx) => {
    const rows = await listOwnRows(ctx.db, personId)
    return rows.map(({ id, text, reportedAt }) => ({
      text: keys.open(text, concernPlace(id)),
      reported_at: reportedAt.toString(),
    }))
  })
}
