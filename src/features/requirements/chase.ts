import { type Context, transact } from '../../context.ts'
import { openTask } from '../tasks/open.ts'
import { resolveRecovered } from '../tasks/resolve.ts'
import { dayOf } from './day.ts'
import { listUnreached, listUnrecorded } from './sql.ts'

/** Opens tasks for past interviews without a result, and closes those about mail once a later one arrived. */
export async function chaseCoordinators(ctx: Context): Promise<void> {
  await transact(ctx, async (ctx) => {
    for (const { startsAt, ...about } of await listUnrecorded(ctx.db, ctx.now()))
      await openTask(ctx, { ...about, kind: 'interview_unrecorded', dueOn: dayOf(startsAt) })
    const unreached = await listUnreached(ctx.db)
    await resolveRecovered(ctx, 'mail_refused', unreached)
    await resolveRecovered(ctx, 'mail_failed', unreached)
  })
}
