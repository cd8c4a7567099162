import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { deleteRows, lockSpreadsheet, updateSpreadsheet } from './sql.ts'

/**
 * Cancels an import: none of its people are registered, and the job deletes those already written.
 * Refuses once the import is done.
 */
export async function cancelImport(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state === 'done') throw new Problem('state-conflict', { state: sheet.state })
    await updateSpreadsheet(ctx.db, id, { state: 'cancelled' })
    await recordEvent(ctx, {
      action: 'import-cancelled',
      municipality: sheet.municipality,
      subjectId: id,
    })
    if (sheet.hidesPeople) await ctx.enqueue('import', id)
    else await deleteRows(ctx.db, id)
  })
}
