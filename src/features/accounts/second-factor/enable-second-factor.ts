import { actingAs, type Context, transact } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { Problem } from '../../../problems.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import { maySetUp } from './begin-second-factor.ts'
import { countAttempt } from '../attempts/count-attempt.ts'
import { readOwnSession } from '../sessions/read-own-session.ts'
import type { EnableSecondFactor } from '../schema.ts'
import { deleteOtherSessions, markVerified } from '../sessions/sql.ts'
import { lockAccount } from '../sql.ts'
import { markTotp, replaceRecoveryCodes } from './sql.ts'
import { newRecoveryCode, stepOf, totpPlace } from './totp.ts'

/**
 * Activates the prepared second factor once a code proves that the app has its secret, and ends all
 * other sessions. Returns the recovery codes, shown only once, and the session's new token.
 */
export async function enableSecondFactor(
  ctx: Context,
  token: string | undefined,
  given: EnableSecondFactor,
  keys: KeyRing,
): Promise<{ session: string; recoveryCodes: string[] }> {
  const own = await readOwnSession(ctx, token)
  if (!maySetUp(own, ctx.now())) throw new Problem('step-up-required')
  await countAttempt(ctx, [{ key: `enable ${own.accountId}`, most: 20 }])
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const account = await lockAccount(ctx.db, own.accountId)
    if (account.totpPending === null) throw new Problem('state-conflict')
    const secret = keys.open(account.totpPending, totpPlace('totp_pending', account.id))
    const step = stepOf(secret, given.code, ctx.now(), 0)
    if (step === undefined)
      throw new Problem('invalid-input', { fields: [{ pointer: '/code', code: 'code' }] })
    const sealed = keys.seal(secret, totpPlace('totp_secret', account.id))
    await markTotp(ctx.db, account.id, sealed, step)
    const recoveryCodes = Array.from({ length: 10 }, newRecoveryCode)
    const hashes = recoveryCodes.map((code) => hashToken(code.replaceAll('-', '')))
    await replaceRecoveryCodes(ctx.db, account.id, hashes, ctx.now())
    const session = newToken()
    await deleteOtherSessions(ctx.db, account.id, hashToken(token!))
    await markVerified(ctx.db, hashToken(token!), hashToken(session), ctx.now())
    return { session, recoveryCodes }
  })
}
