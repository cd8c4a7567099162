import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import { insertErasureRequest } from './sql.ts'

/** Records a person's request to be erased, which a coordinator carries out. Idempotent. */
export async function askErasure(
  ctx: Context,
  person: { id: string; municipality: string },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { id: personId, municipality } = person
    if (await insertErasureRequest(ctx.db, { personId, municipality, askedAt: ctx.now() }))
      await recordEvent(ctx, { action: 'erasure-requested', municipality, personId })
  })
}
