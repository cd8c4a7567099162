import { type Context, transact } from '../../../context.ts'
import type { ProposalRun } from '../../../matching/types.ts'
import { Problem } from '../../../problems.ts'
import { draftProposals } from '../../proposals/draft.ts'
import { lockRun, markDone } from './sql.ts'

/**
 * Keeps what a run answered and puts its pairs before the coordinator, with those that had to be left
 * out because the world went on while it was solved. Refuses a run that was cancelled, that has
 * published already, or that somebody else has taken up since.
 */
export async function publishRun(
  ctx: Context,
  { id, attempt }: { id: string; attempt: number },
  result: ProposalRun,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx.db, id)
    const isOpen = run.state === 'queued' || run.state === 'running'
    if (!isOpen || run.attempt !== attempt)
      throw new Problem('state-conflict', { state: run.state })
    const leftOut = await draftProposals(ctx, run, result.proposals)
    await markDone(ctx.db, id, { result, leftOut, at: ctx.now() })
  })
}
