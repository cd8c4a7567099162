import { type Context, transact } from '../../context.ts'
import { openTask } from '../tasks/open.ts'
import { dayOf } from './day.ts'
import { listUnrecorded } from './sql.ts'

/** Opens tasks for past interviews without a result. */
export async function chaseCoordinators(ctx: Context): Promise<void> {
  await transact(ctx, async (ctx) => {
    for (const { startsAt, ...about } of await listUnrecorded(ctx.db, ctx.now()))
      await openTask(ctx, { ...about, kind: 'interview_unrecorded', dueOn: dayOf(startsAt) })
  })
}
