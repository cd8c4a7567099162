import { randomUUID } from 'node:crypto'
import { type Context, transact } from '../../context.ts'
import { cancelRun } from './queue/cancel.ts'
import { clearCacheInThread } from './thread/in-thread.ts'
import { clearAnswerCache } from './ask/answer-cache.ts'
import { listRunsInProgress, replacePerson } from './pool/sql.ts'

/**
 * Replaces a person's id in stored runs by a random one, so that the runs can still be shown and
 * explained. Cancels a running run with the person, which would store them again.
 */
export async function forgetPerson(ctx: Context, personId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const { id } of await listRunsInProgress(ctx.db, personId)) await cancelRun(ctx, id)
    await replacePerson(ctx.db, personId, randomUUID())
    clearAnswerCache()
    await clearCacheInThread()
  })
}
