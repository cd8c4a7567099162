import { type Context, transact } from '../../context.ts'
import type { ProposalRun } from '../../matching/types.ts'
import { Problem } from '../../problems.ts'
import { draftProposals } from '../proposals/draft.ts'
import { lockRun, markDone } from './sql.ts'

/**
 * Keeps what a run answered and puts its pairs before the coordinator, with those that had to be left
 * out because the world went on while it was solved. Refuses a run that was cancelled, or that has
 * published already.
 */
export async function publishRun(ctx: Context, runId: string, result: ProposalRun): Promise<void> {
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx.db, runId)
    if (run.state !== 'queued' && run.state !== 'running')
      throw new Problem('state-conflict', { state: run.state })
    const leftOut = await draftProposals(ctx, run, result.proposals)
    await markDone(ctx.db, runId, { result, leftOut, at: ctx.now() })
  })
}
