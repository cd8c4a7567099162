import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken } from '../../../web/session.ts'
import { recordOwn } from '../record-own.ts'
import { deleteOtherSessions } from './sql.ts'

/** Ends all sessions of an account except the current one. */
export async function endOtherSessions(
  ctx: Context,
  accountId: string,
  token: string,
): Promise<void> {
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    await deleteOtherSessions(ctx.db, accountId, hashToken(token))
    await recordOwn(ctx, 'session-ended', accountId)
  })
}
