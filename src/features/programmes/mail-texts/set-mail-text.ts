import { actorName, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import type { SetMailText } from './schema.ts'
import { deleteMailText, listMailTexts, lockProgramme, writeMailText } from './sql.ts'

/** Adds a paragraph to the municipality's mails of one kind, changes it, or takes it out. */
export async function setMailText(
  ctx: Context,
  municipality: string,
  { kind, locale, text, seen }: SetMailText,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const programme = await lockProgramme(ctx.db, municipality)
    if (programme === undefined) throw new Problem('not-found')
    const texts = await listMailTexts(ctx.db, programme.id)
    const current = texts.find((one) => one.kind === kind && one.locale === locale)?.text ?? ''
    if (current !== seen) throw new Problem('stale')
    const key = { programmeId: programme.id, kind, locale }
    if (text === undefined) await deleteMailText(ctx.db, key)
    else
      await writeMailText(ctx.db, {
        ...key,
        municipality,
        text,
        changedAt: ctx.now(),
        changedBy: actorName(ctx.actor),
      })
    await recordEvent(ctx, { action: 'programme-changed', municipality })
  })
}
