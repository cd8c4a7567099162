import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { lockAccount, markDisabled, raiseEpoch } from './sql.ts'
import { revokeTokensOf } from './tokens/sql.ts'

/**
 * Disables a colleague's account: sessions and API tokens end with the next request, on every
 * instance. Refuses the administrator's own account, because no one could enable it again.
 */
export async function disableAccount(ctx: Context, id: string): Promise<void> {
  const { actor } = ctx
  if ('id' in actor && actor.id === id) throw new Problem('state-conflict')
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const { municipality } = await lockAccount(ctx.db, id)
    await markDisabled(ctx.db, id, ctx.now())
    await raiseEpoch(ctx.db, id)
    await revokeTokensOf(ctx.db, id, ctx.now())
    const action = 'colleague-disabled'
    if (municipality !== null)
      await recordEvent(actingAs(ctx, actor), { action, municipality, subjectId: id })
  })
}
