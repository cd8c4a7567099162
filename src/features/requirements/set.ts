import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { SetRequirements } from './schema.ts'
import { settleRequirements } from './settle.ts'
import { listPending, lockProgramme, replaceRequired } from './sql.ts'

/**
 * Sets what a municipality's programme requires, and for how long each is valid. Mentors who now
 * lack nothing become ready.
 */
export async function setRequirements(
  ctx: Context,
  municipality: string,
  { requirements }: SetRequirements,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const programme = await lockProgramme(ctx.db, municipality)
    await replaceRequired(ctx.db, programme, requirements)
    await recordEvent(ctx, { action: 'requirements-set', municipality, subjectId: programme.id })
    for (const id of await listPending(ctx.db, programme.id)) await settleRequirements(ctx, id)
  })
}
