import { actorName, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordDecision } from './record-decision.ts'
import type { RejectProposal } from './schema.ts'
import { lockProposal, markRejected } from './sql.ts'

/** Rejects a draft with a reason; the pair is not proposed again. Both stay in the pool. */
export async function rejectProposal(
  ctx: Context,
  id: string,
  command: RejectProposal,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const proposal = await lockProposal(ctx.db, id)
    if (proposal.state !== 'draft') throw new Problem('state-conflict', { state: proposal.state })
    await markRejected(ctx.db, id, {
      by: actorName(ctx.actor),
      at: ctx.now(),
      reason: command.reason,
    })
    await recordDecision(ctx, 'proposal-rejected', proposal)
  })
}
