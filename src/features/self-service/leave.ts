import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { mayMove } from '../people/lifecycle.ts'
import { moveEnrolment } from '../people/move.ts'
import { answerProposal } from '../proposals/answer.ts'
import { expireProposals } from '../proposals/expire.ts'
import { isMatchOf, isOfferTo } from './open-parts.ts'
import { listOwnProposals, readRole } from './sql.ts'

/**
 * Ends a person's own part in one role; an open offer is declined with it, so that the other waits
 * on where they were. Refused while a match runs: the coordinator closes it with both.
 */
export async function leaveRole(ctx: Context, personId: string, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { role, programmeId } = await readRole(ctx.db, personId, id)
    await expireProposals(actingAs(ctx, { kind: 'system' }), programmeId)
    const own = await listOwnProposals(ctx.db, personId)
    if (own.some(isMatchOf(id))) throw new Problem('state-conflict', { state: 'matched' })
    for (const offer of own.filter(isOfferTo(id)))
      await answerProposal(ctx, offer.id, role, { answer: 'no' })
    const { state } = await readRole(ctx.db, personId, id)
    if (!mayMove(role, state, 'left')) throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'left' })
  })
}
