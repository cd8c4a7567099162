import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { type AtRisk, listRisks } from './sql.ts'

/** The running pairs that somebody should look after today, those with the most reasons first. */
export async function listAtRisk(ctx: Context): Promise<AtRisk[]> {
  return transact(ctx, (ctx) => {
    const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    return listRisks(ctx.db, today)
  })
}
