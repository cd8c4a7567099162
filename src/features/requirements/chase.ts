import { type Context, transact } from '../../context.ts'
import { openTask } from '../tasks/open.ts'
import { resolveRecovered } from '../tasks/resolve.ts'
import { dayOf } from './day.ts'
import { listRefused, listUnrecorded } from './sql.ts'

/** Opens tasks for past interviews without a result, and for people whose mail was refused. */
export async function chaseCoordinators(ctx: Context): Promise<void> {
  await transact(ctx, async (ctx) => {
    for (const { startsAt, ...about } of await listUnrecorded(ctx.db, ctx.now()))
      await openTask(ctx, { ...about, kind: 'interview_unrecorded', dueOn: dayOf(startsAt) })
    const refused = await listRefused(ctx.db)
    await resolveRecovered(
      ctx,
      'mail_refused',
      refused.map(({ enrolmentId }) => enrolmentId),
    )
    for (const { at, ...about } of refused)
      await openTask(ctx, { ...about, kind: 'mail_refused', dueOn: dayOf(at) })
  })
}
