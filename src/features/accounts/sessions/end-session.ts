import { actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordOwn } from '../record-own.ts'
import { deleteOwnSession } from './sql.ts'

/** Ends one of the colleague's own sessions. Refuses a session of another account. */
export async function endSession(ctx: Context, accountId: string, id: string): Promise<void> {
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    if (!(await deleteOwnSession(ctx.db, accountId, id))) throw new Problem('not-found')
    await recordOwn(ctx, 'session-ended', accountId)
  })
}
