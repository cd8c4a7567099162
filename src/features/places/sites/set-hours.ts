import { type Context, transact } from '../../../context.ts'
import { recordEvent } from '../../audit/record.ts'
import { changeSite } from './change-site.ts'
import type { SetHours } from '../schema.ts'
import { confirmHours, replaceDays, replaceHours } from './sql.ts'

/**
 * Replaces when a site is open. What is planned outside the new hours stays planned: the page of
 * places lists it, and only people can decide where else to meet.
 */
export async function setHours(ctx: Context, siteId: string, hours: SetHours): Promise<void> {
  return transact(ctx, async (ctx) => {
    const site = await changeSite(ctx, siteId, hours.version)
    await replaceHours(ctx.db, site, hours.weekly)
    await replaceDays(ctx.db, site, hours.days)
    await confirmHours(ctx.db, siteId)
    const { municipality } = site
    await recordEvent(ctx, { action: 'site-changed', municipality, subjectId: siteId })
  })
}
