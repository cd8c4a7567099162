import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { openTask } from '../../tasks/open.ts'
import { lockConcern } from '../sql.ts'
import { listReaders } from './sql.ts'

/**
 * Puts a concern before its readers: a task that only they see, and a mail that names nothing. Before
 * anybody is named it waits, and is told when two are.
 */
export async function tellReaders(ctx: Context, concernId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { municipality, programmeId, state } = await lockConcern(ctx.db, concernId)
    if (state === 'closed') return
    const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    await openTask(ctx, { kind: 'concern', municipality, concernId, dueOn })
    // Of no municipality: a list of its mails would show colleagues that there is a concern.
    for (const { id: accountId } of await listReaders(ctx.db, programmeId))
      await queueMail(ctx, { kind: 'concern', municipality: null, to: { accountId } })
  })
}
