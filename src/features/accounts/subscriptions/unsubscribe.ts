import { type Context, transact } from '../../../context.ts'
import type { OptionalKind } from '../../../mail/message.ts'
import { recordEvent } from '../../audit/record.ts'
import { insertUnsubscriptions } from './sql.ts'
import type { Subscriber } from './schema.ts'

/** Unsubscribes somebody from one kind of mail. Again changes nothing. */
export async function unsubscribe(
  ctx: Context,
  who: Subscriber,
  kind: OptionalKind,
): Promise<void> {
  const { municipality, personId } = who
  await transact(ctx, async (ctx) => {
    const isNew = await insertUnsubscriptions(ctx.db, who, [kind], ctx.now())
    if (isNew && personId !== undefined)
      await recordEvent(ctx, { action: 'mails-chosen', municipality, personId })
  })
}
