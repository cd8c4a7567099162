import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockRun, markEnded } from './sql.ts'

/** Stops a run that is queued or under way; nothing of it is kept as proposals. */
export async function cancelRun(ctx: Context, runId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx.db, runId)
    if (run.state !== 'queued' && run.state !== 'running')
      throw new Problem('state-conflict', { state: run.state })
    await markEnded(ctx.db, runId, { state: 'cancelled', at: ctx.now() })
    const { municipality } = run
    await recordEvent(ctx, { action: 'run-cancelled', municipality, subjectId: runId })
  })
}
