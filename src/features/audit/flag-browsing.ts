import { actingAs, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { dailyViewLimit } from './schema.ts'
import { insertFlags } from './sql.ts'

/**
 * Writes into the record, once a day for each, that a colleague or a program opened more people than
 * a day's work asks for. Lists do not count: one page of them shows as many.
 */
export async function flagBrowsing(ctx: Context): Promise<number> {
  return transact(actingAs(ctx, { kind: 'system' }), (ctx) => {
    const today = ctx.now().toZonedDateTimeISO(zone).startOfDay().toInstant()
    return insertFlags(ctx.db, { since: today, at: ctx.now(), most: dailyViewLimit })
  })
}
