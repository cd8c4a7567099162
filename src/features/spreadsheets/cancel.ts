import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { deleteRows, lockSpreadsheet, updateSpreadsheet } from './sql.ts'

/** Gives a file up; nobody of it is registered. Refuses once people of it have been taken over for good. */
export async function cancelImport(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    const isSliced = sheet.state === 'importing' && sheet.hasTakenOver
    if (sheet.state === 'done' || isSliced)
      throw new Problem('state-conflict', { state: sheet.state })
    await updateSpreadsheet(ctx.db, id, { state: 'cancelled' })
    await recordEvent(ctx, {
      action: 'import-cancelled',
      municipality: sheet.municipality,
      subjectId: id,
    })
    if (sheet.state !== 'importing') await deleteRows(ctx.db, id)
  })
}
