import { type Context, transact } from '../../../context.ts'
import { yieldToEventLoop } from '../../../db/yield-to-event-loop.ts'
import { analyze, growing } from './sql.ts'

/**
 * Lets the database learn how many people there are now, table by table, so that nobody waits long.
 * Until it knows, a list is made as if there were nobody: each person compared with every other.
 */
export async function analyzeTables(ctx: Context): Promise<void> {
  for (const table of growing) {
    await transact(ctx, (ctx) => analyze(ctx.db, table))
    await yieldToEventLoop()
  }
}
