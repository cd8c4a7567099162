import { type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { listReaders } from './sql.ts'

const monday = 1

/**
 * Queues the week's overview for every coordinator. One that has not left is replaced. On other days, such
 * as that of an installation or after an outage, it queues none: the week is no longer ahead.
 */
export async function queueDigests(ctx: Context): Promise<void> {
  if (ctx.now().toZonedDateTimeISO(zone).dayOfWeek !== monday) return
  await transact(ctx, async (ctx) => {
    for (const { id, municipality } of await listReaders(ctx.db))
      await queueMail(ctx, {
        kind: 'digest',
        municipality,
        to: { accountId: id },
        replaces: ['digest'],
      })
  })
}
