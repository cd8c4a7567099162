import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { Problem } from '../../../problems.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import { countAttempt } from '../attempts/count-attempt.ts'
import { checkPassword } from '../password.ts'
import { type OwnSession, readOwnSession } from '../sessions/read-own-session.ts'
import type { Confirm } from '../schema.ts'
import { deleteRecoveryCode, markTotpUsed } from './sql.ts'
import { lockAccount } from '../sql.ts'
import { markVerified } from '../sessions/sql.ts'
import { stepOf, totpPlace } from './totp.ts'

/**
 * Verifies the second factor after the password, or again before a sensitive action. Renews the
 * session's token and returns it. Refuses a wrong or used code, and too many attempts.
 */
export async function confirmSession(
  ctx: Context,
  token: string | undefined,
  given: Confirm,
  site: { keys: KeyRing; takesPassword: boolean },
): Promise<string> {
  const own = await readOwnSession(ctx, token)
  // Requires the password or an open session, so a stranger cannot use up the attempts.
  await countAttempt(ctx, [{ key: `confirm ${own.accountId}`, most: 10 }])
  const isPasswordRight =
    proofOf(own, site.takesPassword) === 'password' &&
    (await checkPassword(given.proof, own.password)).isRight
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const account = await lockAccount(ctx.db, own.accountId)
    const isRight =
      account.totpSecret === null
        ? isPasswordRight && own.verifiedAt !== null && account.password === own.password
        : await useCode(ctx, account, given.proof, site.keys)
    if (!isRight) throw new Problem('wrong-credentials')
    const renewed = newToken()
    await markVerified(ctx.db, hashToken(token!), hashToken(renewed), ctx.now())
    return renewed
  })
}

async function useCode(
  ctx: Work,
  account: { id: string; totpSecret: string | null; totpStep: string | null },
  code: string,
  keys: KeyRing,
): Promise<boolean> {
  const plain = code.replace(/\s/g, '').toLowerCase()
  if (/^\d{6}$/.test(plain)) {
    const place = totpPlace('totp_secret', account.id)
    const secret = keys.open(account.totpSecret!, place)
    const step = stepOf(secret, plain, ctx.now(), Number(account.totpStep ?? 0))
    if (step === undefined) return false
    await markTotpUsed(ctx.db, account.id, step, keys.seal(secret, place))
    return true
  }
  return deleteRecoveryCode(ctx.db, account.id, hashToken(plain.replaceAll('-', '')))
}

/** How the colleague can confirm their identity here; undefined when only the issuer can. */
export function proofOf(own: OwnSession, takesPassword: boolean): 'code' | 'password' | undefined {
  if (own.totpSecret !== null) return 'code'
  return own.password !== null && takesPassword ? 'password' : undefined
}
