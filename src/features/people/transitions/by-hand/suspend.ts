import { type Context, transact } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { leaveMeetings } from '../../../meetings/leave.ts'
import { withdrawProposals } from '../../../proposals/withdraw.ts'
import { moveEnrolment } from '../move-enrolment.ts'

/**
 * Suspends a mentor at once: drafts and open offers are withdrawn, and planned meetings are off for
 * the mentor and their mentees. Their pairs stay, for a coordinator to decide.
 */
export async function suspendEnrolment(
  ctx: Context,
  id: string,
  { reason }: { reason: string },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    await withdrawProposals(ctx, id)
    await leaveMeetings(ctx, { enrolmentId: id }, { reason: 'person_suspended' })
    await moveEnrolment(ctx, id, { to: 'suspended', reason })
  })
}
