import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import type { SetReconfirmation } from './schema.ts'
import { findOwnProgramme, updateReconfirmation } from './sql.ts'

/** Sets after how many days ready people are asked to reconfirm, and how many they have to answer. */
export async function setReconfirmation(
  ctx: Context,
  municipality: string,
  { afterDays, answerDays }: SetReconfirmation,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const programme = await findOwnProgramme(ctx.db, municipality)
    if (programme === undefined) throw new Problem('not-found')
    await updateReconfirmation(ctx.db, programme.id, {
      reconfirmAfterDays: afterDays,
      reconfirmAnswerDays: answerDays,
    })
    await recordEvent(ctx, {
      action: 'programme-changed',
      municipality,
      subjectId: programme.id,
    })
  })
}
