import { type Context, transact } from '../../../context.ts'
import { openTask } from '../../tasks/open.ts'
import { dayOf } from '../day.ts'
import { listToCall } from './sql.ts'
import { workingDayAfter } from './working-day.ts'

const callWithin = 5

/**
 * Opens a task to call each person who registered, within five working days. It ends when they move
 * on from registered. Idempotent, run hourly.
 */
export async function askToCall(ctx: Context): Promise<void> {
  await transact(ctx, async (ctx) => {
    for (const { stateSince, ...about } of await listToCall(ctx.db))
      await openTask(ctx, {
        ...about,
        kind: 'call_registered',
        dueOn: workingDayAfter(dayOf(stateSince), callWithin),
      })
  })
}
