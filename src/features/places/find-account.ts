import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import type { Holder } from './schema.ts'
import { findColleague } from './sql.ts'

/**
 * The coordinator who takes part, to be booked as well: who is named, by default who acts, or nobody.
 * Programs and the system take part in nothing. Refuses a colleague of another municipality.
 */
export async function findAccount(
  ctx: Context,
  municipality: string,
  accountId?: string,
): Promise<Holder[]> {
  return transact(ctx, async ({ db, actor }) => {
    const id = accountId ?? (actor.kind === 'staff' ? actor.id : 'none')
    if (id === 'none') return []
    const colleague = await findColleague(db, id, municipality)
    if (colleague !== undefined) return [{ kind: 'account', id }]
    if (accountId === undefined) return []
    throw new Problem('invalid-input', { fields: [{ pointer: '/accountId', code: 'choice' }] })
  })
}
