import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { openSession } from './open-session.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { SignIn } from './schema.ts'
import { findAccountByEmail, lockAccount, markPassword } from './sql.ts'

/**
 * Lets a colleague in with e-mail and password; returns the session's token. Refuses an unknown
 * address, a wrong password and a disabled account alike, after the same work.
 */
export async function signIn(ctx: Context, given: SignIn): Promise<string> {
  const system = actingAs(ctx, { kind: 'system' })
  const account = await transact(system, (ctx) => findAccountByEmail(ctx.db, given.email))
  const { isRight, isOutdated } = await checkPassword(given.password, account?.password)
  if (account === undefined || !isRight) throw new Problem('wrong-credentials')
  const renewed = isOutdated ? await hashPassword(given.password) : undefined
  return transact(system, async (ctx) => {
    const now = await lockAccount(ctx.db, account.id)
    // Changed while we were hashing: what was right a moment ago is no longer.
    if (now.disabledAt !== null || now.password !== account.password)
      throw new Problem('wrong-credentials')
    if (renewed !== undefined) await markPassword(ctx.db, account.id, renewed)
    return openSession(ctx, { accountId: account.id })
  })
}
