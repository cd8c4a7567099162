import { type Context, transact } from '../../context.ts'
import { municipalityOf } from '../../web/guard.ts'
import { markTokenRevoked } from './sql.ts'

/** Makes a token of the actor's municipality useless from the next request on. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  await transact(ctx, (ctx) => markTokenRevoked(ctx.db, id, municipalityOf(ctx.actor), ctx.now()))
}
