import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { mayMove } from '../people/lifecycle.ts'
import { moveEnrolment } from '../people/move.ts'
import { expireProposals } from '../proposals/expire.ts'
import { withdrawProposals } from '../proposals/withdraw.ts'
import { isMatchOf } from './open-parts.ts'
import { listOwnProposals, readRole } from './sql.ts'

/**
 * Ends a person's own part in one role. Drafts and open offers are withdrawn with it, not declined: it
 * says nothing about the other, who waits on where they were and may be proposed again should the
 * person come back. Refused while a match runs: the coordinator closes it with both.
 */
export async function leaveRole(ctx: Context, personId: string, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { role, programmeId } = await readRole(ctx.db, personId, id)
    await expireProposals(actingAs(ctx, { kind: 'system' }), programmeId)
    const own = await listOwnProposals(ctx.db, personId)
    if (own.some(isMatchOf(id))) throw new Problem('state-conflict', { state: 'matched' })
    await withdrawProposals(ctx, id)
    const { state } = await readRole(ctx.db, personId, id)
    if (!mayMove(role, state, 'left')) throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'left' })
  })
}
