import { actingAs, type Context, transact } from '../../context.ts'
import { lockParts } from '../../db/lock-pairs.ts'
import { Problem } from '../../problems.ts'
import { endParticipation } from '../people/transitions/by-hand/end-participation.ts'
import { mayMove } from '../people/transitions/lifecycle.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { expireOffersOf } from '../proposals/offers/expire.ts'
import { readRole } from './sql.ts'

/**
 * Ends a person's participation in one role, with its match and planned meetings. Drafts and open
 * offers are withdrawn, not declined: the other keeps their place in the queue, and the pair may be
 * proposed again if the person returns.
 */
export async function leaveRole(ctx: Context, personId: string, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await readRole(ctx.db, personId, id)
    await lockParts(ctx.db, [id])
    await expireOffersOf(actingAs(ctx, { kind: 'system' }), id)
    await endParticipation(ctx, id)
    const { role, state } = await readRole(ctx.db, personId, id)
    if (!mayMove(role, state, 'left')) throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'left' })
  })
}
