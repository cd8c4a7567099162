import { type Context, transact } from '../../../context.ts'
import { yieldToEventLoop } from '../../../db/yield-to-event-loop.ts'
import { analyze, importedTables } from './sql.ts'

/**
 * Updates the planner's statistics after a large import, table by table to keep locks short.
 * Without them a list of people is planned as if the tables were empty.
 */
export async function analyzeTables(ctx: Context): Promise<void> {
  for (const table of importedTables) {
    await transact(ctx, (ctx) => analyze(ctx.db, table))
    await yieldToEventLoop()
  }
}
