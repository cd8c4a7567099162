import { type Context, transact } from '../../../context.ts'
import type { OptionalKind } from '../../../mail/message.ts'
import { recordEvent } from '../../audit/record.ts'
import { deleteUnsubscriptions, insertUnsubscriptions } from './sql.ts'
import { kindsFor, type Subscriber } from './schema.ts'

/** Keeps which of the mails that somebody may choose they want; the others are not sent. */
export async function chooseMails(
  ctx: Context,
  who: Subscriber,
  wanted: readonly OptionalKind[],
): Promise<void> {
  const { municipality, personId } = who
  const unwanted = kindsFor(who).filter((kind) => !wanted.includes(kind))
  await transact(ctx, async (ctx) => {
    await insertUnsubscriptions(ctx.db, who, unwanted, ctx.now())
    await deleteUnsubscriptions(ctx.db, who, wanted)
    if (personId !== undefined)
      await recordEvent(ctx, { action: 'mails-chosen', municipality, personId })
  })
}
