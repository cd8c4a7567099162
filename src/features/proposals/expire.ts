import { type Context, transact } from '../../context.ts'
import { forEach } from '../../duties/each.ts'
import { recordDecision } from './record-decision.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { expireOffers, listProgrammesToExpire } from './sql.ts'

/** Closes the offers of every programme that were not answered in time. */
export async function expireAllProposals(ctx: Context): Promise<void> {
  const programmes = await transact(ctx, (ctx) => listProgrammesToExpire(ctx.db, ctx.now()))
  await forEach(programmes, (id) => expireProposals(ctx, id))
}

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
