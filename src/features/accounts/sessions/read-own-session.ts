import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { findOwnSession } from './sql.ts'

export type OwnSession = NonNullable<Awaited<ReturnType<typeof findOwnSession>>>

/** The colleague of a session, also before the second factor. Refuses everyone else. */
export async function readOwnSession(
  ctx: Context | Work,
  token: string | undefined,
): Promise<OwnSession> {
  if (token === undefined) throw new Problem('sign-in-required')
  const work = 'db' in ctx ? ctx : actingAs(ctx, { kind: 'system' })
  const session = await transact(work, (ctx) =>
    findOwnSession(
      ctx.db,
      ['session.hash', hashToken(token)],
      ctx.now(),
      ctx.now().subtract({ minutes: 30 }),
    ),
  )
  if (session === undefined) throw new Problem('sign-in-required')
  return session
}
