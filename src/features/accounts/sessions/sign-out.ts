import { actingAs, type Context, transact } from '../../../context.ts'
import { hashToken } from '../../../web/session.ts'
import { deleteSession } from './sql.ts'

/** Ends a session for good: a copied cookie no longer works either. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  const system = actingAs(ctx, { kind: 'system' })
  await transact(system, (ctx) => deleteSession(ctx.db, hashToken(token)))
}
