import { type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { listReaders } from './sql.ts'

/** Queues the week's overview for every coordinator. One that has not left is replaced. */
export async function queueDigests(ctx: Context): Promise<void> {
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
