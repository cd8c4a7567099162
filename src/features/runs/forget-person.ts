import { randomUUID } from 'node:crypto'
import { type Context, transact } from '../../context.ts'
import { cancelRun } from './queue/cancel.ts'
import { forgetInThread } from './thread/in-thread.ts'
import { forgetAnswers } from './ask/answer-cache.ts'
import { listRunsInProgress, replacePerson } from './pool/sql.ts'

/**
 * Makes a person of the frozen runs nobody: another id stands in their place, so that a run can still
 * be shown and explained. A run under way with them is stopped, or it would write them down again.
 */
export async function forgetPerson(ctx: Context, personId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const { id } of await listRunsInProgress(ctx.db, personId)) await cancelRun(ctx, id)
    await replacePerson(ctx.db, personId, randomUUID())
    forgetAnswers()
    await forgetInThread()
  })
}
