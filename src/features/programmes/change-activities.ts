import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { ChangeActivities } from './schema.ts'
import { updateActivities } from './sql.ts'

/** Says what people who wait for a match can come to meanwhile. */
export async function changeActivities(
  ctx: Context,
  municipality: string,
  { activities }: ChangeActivities,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await updateActivities(ctx.db, municipality, activities ?? null)
    await recordEvent(ctx, { action: 'programme-changed', municipality })
  })
}
