import { actorName, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { lockTask, markDone } from './sql.ts'

/** Marks a task as done by a coordinator. Refuses a task that is done already. */
export async function finishTask(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const task = await lockTask(ctx.db, id)
    if (task.doneAt !== null) throw new Problem('state-conflict', { state: 'done' })
    await markDone(ctx.db, id, { by: actorName(ctx.actor), at: ctx.now() })
    const { municipality, personId } = task
    await recordEvent(ctx, {
      action: 'task-done',
      municipality,
      ...(personId === null ? {} : { personId }),
      subjectId: id,
    })
  })
}
