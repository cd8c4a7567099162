import { type Context, transact } from '../../context.ts'
import { deleteSpreadsheet, deleteSpreadsheetsBefore, listAbandoned } from './sql.ts'
import { cancelImport } from './cancel-import.ts'

/** What nobody decided about in a week is given up: it holds people who are not here. */
const kept = Temporal.Duration.from({ hours: 7 * 24 })

/** Erases one file that was read, or all that nobody decided about. */
export async function eraseSpreadsheets(ctx: Context, id?: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (id !== undefined) return deleteSpreadsheet(ctx.db, id)
    const before = ctx.now().subtract(kept)
    for (const abandoned of await listAbandoned(ctx.db, before)) await cancelImport(ctx, abandoned)
    await deleteSpreadsheetsBefore(ctx.db, before)
  })
}
