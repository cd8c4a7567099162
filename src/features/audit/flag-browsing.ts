import { actingAs, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { dailyViewLimit } from './schema.ts'
import { insertFlags } from './sql.ts'

/**
 * Records, once a day per actor, that a colleague or client viewed more people than a day's work
 * requires. Lists do not count: one page lists more people than the limit.
 */
export async function flagBrowsing(ctx: Context): Promise<number> {
  return transact(actingAs(ctx, { kind: 'system' }), (ctx) => {
    const today = ctx.now().toZonedDateTimeISO(zone).startOfDay().toInstant()
    return insertFlags(ctx.db, { since: today, at: ctx.now(), most: dailyViewLimit })
  })
}
