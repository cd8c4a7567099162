import { actingAs, type Context, transact } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { Problem } from '../../../problems.ts'
import { type OwnSession, readOwnSession } from '../sessions/read-own-session.ts'
import { markTotpPending } from './sql.ts'
import { newSecret, totpPlace } from './totp.ts'

/**
 * Creates the secret of a new second factor; the current one stays in use until the new one is
 * proven. Refuses a session that has not given its current second factor.
 */
export async function beginSecondFactor(
  ctx: Context,
  token: string | undefined,
  keys: KeyRing,
): Promise<void> {
  const own = await readOwnSession(ctx, token)
  if (!maySetUp(own, ctx.now())) throw new Problem('step-up-required')
  const sealed = keys.seal(newSecret(), totpPlace('totp_pending', own.accountId))
  await transact(actingAs(ctx, { kind: 'system' }), (ctx) =>
    markTotpPending(ctx.db, own.accountId, sealed),
  )
}

/** The first needs the password just given; any other needs a recent confirmation. */
export function maySetUp(own: OwnSession, now: Temporal.Instant): boolean {
  return own.verifiedAt === null ? own.totpSecret === null : isRecent(own.verifiedAt, now)
}

/** Five minutes: long enough to finish a form, short enough for an unattended desk. */
export function isRecent(verifiedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(verifiedAt.add({ minutes: 5 }), now) > 0
}
