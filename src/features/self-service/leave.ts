import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { endPart } from '../moves/end-part.ts'
import { mayMove } from '../people/lifecycle.ts'
import { moveEnrolment } from '../people/move.ts'
import { expireProposals } from '../proposals/expire.ts'
import { readRole } from './sql.ts'

/**
 * Ends a person's own part in one role. Drafts and open offers are withdrawn with it, not declined: it
 * says nothing about the other, who waits on where they were and may be proposed again should the
 * person come back. A match ends with it, and the meetings that were planned for it.
 */
export async function leaveRole(ctx: Context, personId: string, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { role, programmeId } = await readRole(ctx.db, personId, id)
    await expireProposals(actingAs(ctx, { kind: 'system' }), programmeId)
    await endPart(ctx, { id, personId })
    const { state } = await readRole(ctx.db, personId, id)
    if (!mayMove(role, state, 'left')) throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'left' })
  })
}
