import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { hashToken } from '../../web/session.ts'
import { openSession } from './sessions/open-session.ts'
import { hashPassword } from './password.ts'
import { readLink } from './links/read-link.ts'
import type { AcceptInvitation } from './schema.ts'
import { deleteLinks, markLinkUsed } from './links/sql.ts'
import { lockAccount, markPassword } from './sql.ts'

/**
 * Sets an invited colleague's password, deletes all copies of the invitation, and returns the token
 * of a new session. Refuses a used or expired invitation.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  given: AcceptInvitation,
  needsSecondFactor: boolean,
): Promise<string> {
  const system = actingAs(ctx, { kind: 'system' })
  await readLink(system, token, 'invitation')
  const password = await hashPassword(given.password)
  return transact(system, async (ctx) => {
    const link = await markLinkUsed(ctx.db, hashToken(token), 'invitation', ctx.now())
    if (link?.accountId == null) throw new Problem('link-expired')
    const account = await lockAccount(ctx.db, link.accountId)
    if (account.disabledAt !== null || account.password !== null) throw new Problem('link-expired')
    await markPassword(ctx.db, account.id, password)
    await deleteLinks(ctx.db, 'invitation', account.id)
    return openSession(ctx, { accountId: account.id, isVerified: !needsSecondFactor })
  })
}
