import { type Context, transact } from '../../../context.ts'
import { readSurroundings } from '../sql.ts'

/** The context of a check: the programme, the area it serves, the partners. */
export async function findSurroundings(ctx: Context, municipality: string) {
  const found = await transact(ctx, (ctx) => readSurroundings(ctx.db, municipality))
  return { ...found, municipality }
}
