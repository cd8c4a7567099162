import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { hashToken, newToken } from '../../web/session.ts'
import { attemptKey, countAttempt } from './attempts/count-attempt.ts'
import { openSession } from './sessions/open-session.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { SignIn } from './schema.ts'
import { deleteAttempts, deleteOldAttempts } from './attempts/sql.ts'
import { findAccountByEmail, lockAccount, markPassword } from './sql.ts'
import { insertDevice, isKnownDevice } from './sessions/sql.ts'

const noAccountId = '00000000-0000-0000-0000-000000000000'

export interface Origin {
  /** The IPv4 address, or the /64 of an IPv6 address. */
  network: string
  /** The device token of a browser that signed in before. */
  device?: string | undefined
  /** The user agent. */
  agent?: string | undefined
}

export interface SignedIn {
  session: string
  device: string
  /** False until the second factor is given; until then the session opens nothing. */
  isVerified: boolean
}

/**
 * Signs a colleague in with e-mail and password. Refuses an unknown address, a wrong password and a
 * disabled account with the same answer after the same work, and refuses too many attempts. A known
 * browser has a limit of its own, so that guessing from elsewhere does not lock out the owner.
 */
export async function signIn(
  ctx: Context,
  given: SignIn,
  origin: Origin,
  needsSecondFactor: boolean,
): Promise<SignedIn> {
  const system = actingAs(ctx, { kind: 'system' })
  const email = given.email.toLowerCase()
  const { account, isKnown } = await transact(system, async (ctx) => {
    const account = await findAccountByEmail(ctx.db, email)
    const { device } = origin
    // Looked up for an unknown address too, so that the statements do not reveal whether it has an
    // account.
    const isKnown =
      device !== undefined &&
      (await isKnownDevice(ctx.db, hashToken(device), account?.id ?? noAccountId))
    return { account, isKnown }
  })
  const own = isKnown ? `device ${origin.device}` : `sign-in ${email} ${origin.network}`
  await countAttempt(ctx, [
    { key: own, most: 10 },
    { key: `network ${origin.network}`, most: 100 },
    ...(isKnown ? [] : [{ key: `account ${email}`, most: 100 }]),
  ])
  const { isRight, isOutdated } = await checkPassword(given.password, account?.password)
  if (account === undefined || !isRight) throw new Problem('wrong-credentials')
  const renewed = isOutdated ? await hashPassword(given.password) : undefined
  return transact(system, async (ctx) => {
    const now = await lockAccount(ctx.db, account.id)
    // The account may have changed during hashing.
    if (now.disabledAt !== null || now.password !== account.password)
      throw new Problem('wrong-credentials')
    if (renewed !== undefined) await markPassword(ctx.db, account.id, renewed)
    await deleteAttempts(ctx.db, attemptKey(own))
    await deleteOldAttempts(ctx.db, ctx.now().subtract({ hours: 24 }))
    const device = isKnown ? origin.device! : newToken()
    await insertDevice(ctx.db, hashToken(device), account.id, ctx.now())
    const isVerified = now.totpSecret === null && !needsSecondFactor
    const owner = { accountId: account.id, isVerified, agent: origin.agent }
    return { session: await openSession(ctx, owner), device, isVerified }
  })
}
