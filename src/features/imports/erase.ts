import { type Context, transact } from '../../context.ts'
import { deleteSpreadsheet, deleteSpreadsheetsBefore, listAbandoned } from './sql.ts'
import { cancelImport } from './cancel-import.ts'

/** Undecided files are cancelled after a week: they hold people who are not registered. */
const kept = Temporal.Duration.from({ hours: 7 * 24 })

/** Deletes one file, or all that were undecided for too long. */
export async function eraseSpreadsheets(ctx: Context, id?: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (id !== undefined) return deleteSpreadsheet(ctx.db, id)
    const before = ctx.now().subtract(kept)
    for (const abandoned of await listAbandoned(ctx.db, before)) await cancelImport(ctx, abandoned)
    await deleteSpreadsheetsBefore(ctx.db, before)
  })
}
