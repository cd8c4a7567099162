import { type Context, transact } from '../../context.ts'
import { recordAccess } from '../audit/record.ts'
import { listTasks, type TaskList } from './sql.ts'

/** The open tasks of a municipality; the audit record gets an entry for each person listed. */
export async function seeTasks(ctx: Context, municipality: string): Promise<TaskList> {
  return transact(ctx, async (ctx) => {
    const tasks = await listTasks(ctx.db, municipality)
    await recordAccess(
      ctx,
      'person-listed',
      tasks.rows.flatMap(({ people }) => people.map(({ personId }) => personId)),
    )
    return tasks
  })
}
