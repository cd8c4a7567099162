import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import type { Issuer, Visit } from './issuer.ts'
import { deleteOldAttempts, insertAttempt } from './sql.ts'

/** Long enough to fetch a phone for the second factor. */
const lasts = { minutes: 10 }

/**
 * Begins a sign-in at the issuer. Returns the address, and a token for the browser that binds the
 * answer to it. Any instance can finish: all state is in the two tokens and one row.
 */
export async function beginOidc(
  ctx: Context,
  issuer: Issuer,
  wish: { purpose: 'sign-in' | 'confirm'; sessionId: string | undefined; next: string },
): Promise<{ address: string; browser: string }> {
  const [state, browser] = [newToken(), newToken()]
  // Before the transaction, because the issuer may be slow.
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
 * Nonce and PKCE verifier are derived from the browser's token, which the database does not hold:
 * neither another browser nor a copy of the table can finish the sign-in.
 */
export function visitOf(state: string, browser: string, again: boolean): Visit {
  const nonce = hashToken(`nonce ${state} ${browser}`)
  return { state, nonce, verifier: hashToken(`verifier ${state} ${browser}`), again }
}
