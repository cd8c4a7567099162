import { type Context, transact } from '../../context.ts'
import type { Locale } from '../../locales/locale.ts'
import { translate } from '../../locales/translate.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import type { ConfirmImport } from './schema.ts'
import { countRows, lockSpreadsheet, updateSpreadsheet } from './sql.ts'

/**
 * Queues the import of all people of a file, or of none. Confirming twice imports once. Refuses
 * while a row is wrong. The coordinator confirms the consents; the wording is stored.
 */
export async function confirmImport(
  ctx: Context,
  id: string,
  { known }: ConfirmImport,
  locale: Locale,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (['queued', 'importing', 'done'].includes(sheet.state)) return
    const { wrong, total } = await countRows(ctx.db, id)
    if (!['ready', 'failed'].includes(sheet.state) || wrong > 0 || total === 0)
      throw new Problem('state-conflict', { state: wrong > 0 ? 'wrong' : sheet.state })
    await updateSpreadsheet(ctx.db, id, {
      state: 'queued',
      updatesKnown: known === 'update',
      consentText: translate(locale)('spreadsheets.consent'),
      consentLocale: locale,
    })
    await recordEvent(ctx, {
      action: 'import-confirmed',
      municipality: sheet.municipality,
      subjectId: id,
    })
    await ctx.enqueue('import', id)
  })
}
