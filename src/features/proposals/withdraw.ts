import { actorName, type Context, transact } from '../../context.ts'
import { cancelMails } from '../../mail/cancel-mails.ts'
import { moveEnrolment } from '../people/move.ts'
import { recordDecision } from './record-decision.ts'
import { lockEnrolmentState, withdrawOpen } from './sql.ts'

/**
 * Takes back every draft and every open offer that an enrolment is part of, and the mails about them
 * that have not left. A mentee on the other side waits on where they were in the queue.
 */
export async function withdrawProposals(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const withdrawn = await withdrawOpen(ctx.db, enrolmentId, actorName(ctx.actor), ctx.now())
    for (const proposal of withdrawn) {
      await recordDecision(ctx, 'proposal-withdrawn', proposal)
      const { state } = await lockEnrolmentState(ctx.db, proposal.menteeId)
      if (state === 'offered')
        await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: 'offer withdrawn' })
    }
    await cancelMails(
      ctx,
      withdrawn.map(({ id }) => id),
    )
  })
}
