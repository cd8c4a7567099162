import { type Context, transact, type Work } from '../../../context.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import { Problem } from '../../../problems.ts'
import { draftProposals } from '../../proposals/draft.ts'
import { lockRun, markDone } from './sql.ts'

/**
 * Stores what a run answered and puts its pairs before the coordinator, with those that had to be left
 * out because people changed while it was solved. Refuses a run that was cancelled or published, and
 * one whose lease has passed to another worker.
 */
export async function publishRun(
  ctx: Context,
  id: string,
  result: ProposalRun,
  isHeld: (ctx: Work) => Promise<boolean> = async () => true,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx.db, id)
    const isOpen = run.state === 'queued' || run.state === 'running'
    if (!isOpen || !(await isHeld(ctx))) throw new Problem('state-conflict', { state: run.state })
    const leftOut = await draftProposals(ctx, run, result.proposals)
    await markDone(ctx.db, id, { result, leftOut, at: ctx.now() })
  })
}
