import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken } from '../../../web/session.ts'
import { deleteSession } from './sql.ts'

/** Ends a session on the server; returns whether the browser also has one at the issuer. */
export async function signOut(ctx: Context, token: string): Promise<{ byIssuer: boolean }> {
  const system = actingAs(ctx, { kind: 'system' })
  const ended = await transact(system, (ctx) => deleteSession(ctx.db, hashToken(token)))
  return { byIssuer: ended?.byIssuer ?? false }
}
