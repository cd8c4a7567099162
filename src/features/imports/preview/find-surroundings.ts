import { type Context, transact } from '../../../context.ts'
import { readSurroundings } from '../sql.ts'

/** What rows are checked against: the municipality's programme, where it serves, who sends people. */
export async function findSurroundings(ctx: Context, municipality: string) {
  const found = await transact(ctx, (ctx) => readSurroundings(ctx.db, municipality))
  return { ...found, municipality }
}
