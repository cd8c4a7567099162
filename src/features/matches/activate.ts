import { type Context, transact } from '../../context.ts'
import { lockMatch, markActive } from './sql.ts'

/** The pair has met: an accepted match becomes active. Later meetings change nothing. */
export async function activateMatch(ctx: Context, matchId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockMatch(ctx.db, matchId)
    await markActive(ctx.db, matchId, ctx.now())
  })
}
