import { type Context, transact } from '../../context.ts'
import { recordDecision } from './record-decision.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { expireOffers } from './sql.ts'

/**
 * Expires offers not answered in time: both people are free again, and the mentee keeps their place
 * in the queue.
 */
export async function expireProposals(ctx: Context, programmeId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const proposal of await expireOffers(ctx.db, programmeId, ctx.now())) {
      await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: 'offer expired' })
      await recordDecision(ctx, 'proposal-expired', proposal)
    }
  })
}
