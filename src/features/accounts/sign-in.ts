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

/** Where somebody signs in from. */
export interface Origin {
  /** The network they come from: an address, or the /64 of one. */
  network: string
  /** The token of a browser that signed in before. */
  device?: string | undefined
  /** The browser as it names itself. */
  agent?: string | undefined
}

export interface SignedIn {
  session: string
  device: string
  /** False while the second factor is missing: the session opens nothing yet. */
  isVerified: boolean
}

/**
 * Lets a colleague in with e-mail and password. Refuses an unknown address, a wrong password and a
 * disabled account alike, after the same work; and too many attempts. Whoever guesses at an account
 * from elsewhere does not lock out its owner, whose browser is known.
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
    // Asked of nobody's account too: what is asked must not tell whether there is one.
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
    // Changed while we were hashing: what was right a moment ago is no longer.
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
