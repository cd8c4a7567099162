import { type Context, transact } from '../../context.ts'
import { deleteSpreadsheet, deleteSpreadsheetsBefore } from './sql.ts'

/** What nobody decided about in a week is given up: it holds people who are not here. */
const kept = Temporal.Duration.from({ hours: 7 * 24 })

/** Erases one file that was read, or all that nobody decided about. */
export async function eraseSpreadsheets(ctx: Context, id?: string): Promise<void> {
  await transact(ctx, (ctx) =>
    id === undefined
      ? deleteSpreadsheetsBefore(ctx.db, ctx.now().subtract(kept))
      : deleteSpreadsheet(ctx.db, id),
  )
}
