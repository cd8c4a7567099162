import { type Context, transact } from '../../../context.ts'
import { emptyPlaces } from './sql.ts'

/** Removes where a person's pairs met elsewhere, which may be somebody's home. */
export async function forgetPlaces(ctx: Context, personId: string): Promise<void> {
  return transact(ctx, (ctx) => emptyPlaces(ctx.db, personId))
}
