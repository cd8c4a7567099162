import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import type { Issuer, Visit } from './issuer.ts'
import { deleteOldAttempts, insertAttempt } from './sql.ts'

/** Long enough to find one's phone. */
const lasts = { minutes: 10 }

/**
 * Sends a browser to the issuer: returns the address, and the token that the browser keeps to be
 * known again by. Any instance may take it back; what it needs is in the two tokens and a row.
 */
export async function beginOidc(
  ctx: Context,
  issuer: Issuer,
  wish: { purpose: 'sign-in' | 'confirm'; sessionId: string | undefined; next: string },
): Promise<{ address: string; browser: string }> {
  const [state, browser] = [newToken(), newToken()]
  // First, and outside a transaction: the issuer may be slow.
  const address = await issuer.addressFor(visitOf(state, browser, wish.purpose === 'confirm'))
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    await deleteOldAttempts(ctx.db, ctx.now())
    await insertAttempt(ctx.db, {
      ...wish,
      sessionId: wish.sessionId ?? null,
      stateHash: hashToken(state),
      browserHash: hashToken(browser),
      createdAt: ctx.now(),
      expiresAt: ctx.now().add(lasts),
    })
  })
  return { address, browser }
}

/**
 * What the issuer must repeat and must be shown follows from the browser's token: another browser
 * with the same answer cannot say it, and the table does not hold it.
 */
export function visitOf(state: string, browser: string, again: boolean): Visit {
  const nonce = hashToken(`nonce ${state} ${browser}`)
  return { state, nonce, verifier: hashToken(`verifier ${state} ${browser}`), again }
}
