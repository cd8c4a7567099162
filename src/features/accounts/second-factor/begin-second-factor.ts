import { actingAs, type Context, transact } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { Problem } from '../../../problems.ts'
import { type OwnSession, readOwnSession } from '../sessions/read-own-session.ts'
import { markTotpPending } from './sql.ts'
import { newSecret, totpPlace } from './totp.ts'

/**
 * Makes the secret for a new second factor; the one in use stays until the new one has been shown to
 * work. Refuses a session that still owes the second factor it has.
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

/** The first one needs the password just given; another one, or one in an open session, all there is. */
export function maySetUp(own: OwnSession, now: Temporal.Instant): boolean {
  return own.verifiedAt === null ? own.totpSecret === null : isRecent(own.verifiedAt, now)
}

/** Five minutes: long enough to finish what one began, too short for whoever finds the desk empty. */
export function isRecent(verifiedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(verifiedAt.add({ minutes: 5 }), now) > 0
}
