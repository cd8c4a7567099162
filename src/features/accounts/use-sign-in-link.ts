import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { hashToken } from '../../web/session.ts'
import { openSession } from './open-session.ts'
import { markLinkUsed } from './sql.ts'

/** Uses a sign-in link up and returns the token of the session it opens. Refuses a used or old one. */
export async function useSignInLink(ctx: Context, token: string): Promise<string> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const link = await markLinkUsed(ctx.db, hashToken(token), 'sign-in', ctx.now())
    if (link === undefined) throw new Problem('link-expired')
    return openSession(
      ctx,
      link.accountId === null ? { personId: link.personId! } : { accountId: link.accountId },
    )
  })
}
