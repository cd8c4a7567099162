import { type Context, transact } from '../../../context.ts'
import { giveWay } from '../../../db/give-way.ts'
import { analyze, growing } from './sql.ts'

/**
 * Lets the database learn how many people there are now, table by table, so that nobody waits long.
 * Until it knows, a list is made as if there were nobody: each person compared with every other.
 */
export async function learnSizes(ctx: Context): Promise<void> {
  for (const table of growing) {
    await transact(ctx, (ctx) => analyze(ctx.db, table))
    await giveWay()
  }
}
