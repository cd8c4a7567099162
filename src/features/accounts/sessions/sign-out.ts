import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken } from '../../../web/session.ts'
import { deleteSession } from './sql.ts'

/**
 * Ends a session for good: a copied cookie no longer works either. Says whether the browser has one
 * with the issuer besides.
 */
export async function signOut(ctx: Context, token: string): Promise<{ byIssuer: boolean }> {
  const system = actingAs(ctx, { kind: 'system' })
  const ended = await transact(system, (ctx) => deleteSession(ctx.db, hashToken(token)))
  return { byIssuer: ended?.byIssuer ?? false }
}
