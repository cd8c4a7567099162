import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { openTask } from '../../tasks/open.ts'
import { daysToAnswer } from './ask-to-go-on.ts'
import { listUnanswered } from './sql.ts'

/** Has a coordinator call those who have not said for three days whether the pair goes on. */
export async function chaseGoOn(ctx: Context): Promise<void> {
  await transact(ctx, async (ctx) => {
    const before = ctx.now().subtract({ hours: daysToAnswer * 24 })
    for (const { askedAt, ...about } of await listUnanswered(ctx.db, before)) {
      const dueOn = askedAt.toZonedDateTimeISO(zone).toPlainDate().add({ days: daysToAnswer })
      await openTask(ctx, { ...about, kind: 'go_on_unanswered', dueOn })
    }
  })
}
