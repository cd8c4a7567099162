import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { ChangePhone } from './schema.ts'
import { updatePhone } from './sql.ts'

export async function changePhone(
  ctx: Context,
  municipality: string,
  { phone }: ChangePhone,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await updatePhone(ctx.db, municipality, phone ?? null)
    await recordEvent(ctx, { action: 'programme-changed', municipality })
  })
}
