import { type Context, transact } from '../../context.ts'
import { recordDecision } from './record-decision.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { expireOffers } from './sql.ts'

/** Closes the offers nobody answered in time: both are free again, and the mentee's wait goes on. */
export async function expireProposals(ctx: Context, programmeId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const proposal of await expireOffers(ctx.db, programmeId, ctx.now())) {
      await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: 'offer expired' })
      await recordDecision(ctx, 'proposal-expired', proposal)
    }
  })
}
