import { actingAs, type Context, transact } from '../../context.ts'
import { openLink } from './links/open-link.ts'
import { countAccounts } from './sql.ts'
import { deleteLinks } from './links/sql.ts'

/**
 * Creates the link for the first administrator and returns its token for `/set-up/<token>`; an
 * earlier link stops working. Returns nothing once there is an account.
 */
export async function openSetUp(ctx: Context): Promise<string | undefined> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    if ((await countAccounts(ctx.db)) > 0) return undefined
    await deleteLinks(ctx.db, 'set-up', null)
    return openLink(ctx, { purpose: 'set-up', lasts: Temporal.Duration.from({ minutes: 30 }) })
  })
}
