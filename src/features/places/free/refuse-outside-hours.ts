import { type Context, transact, type Work } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { type FieldProblem, Problem } from '../../../problems.ts'
import { holidayOn } from '../holidays.ts'
import type { Period } from '../schema.ts'
import { findSiteDay, listNames } from '../sql.ts'
import { type Hours, listOutsideHours } from './sql.ts'

/**
 * Refuses a period in which a site is closed, and one that lies outside somebody's weekly hours. Names
 * people to coordinators only.
 */
export async function refuseOutsideHours(
  ctx: Context,
  period: Period,
  { pointer, ...hours }: Hours & { pointer: string },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const outside = await listOutsideHours(ctx.db, hours, period)
    if (hours.site !== undefined && outside.includes(hours.site.id))
      throw new Problem('invalid-input', {
        fields: [{ pointer, ...(await whyClosed(ctx, hours.site, period)) }],
      })
    if (outside.length === 0) return
    const mayKnow = ctx.actor.kind === 'staff' || ctx.actor.kind === 'client'
    const names = mayKnow ? await listNames(ctx.db, 'person', outside) : []
    throw new Problem('not-free', {
      fields: names.map(({ name }) => ({ pointer, code: 'notFree', args: { name } })),
    })
  })
}

async function whyClosed(
  { db }: Work,
  site: NonNullable<Hours['site']>,
  period: Period,
): Promise<Pick<FieldProblem, 'code' | 'args'>> {
  const day = period.startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const own = await findSiteDay(db, site.id, day)
  const holiday = holidayOn(day)
  if (own?.opens === false) return { code: 'closedDay' }
  if (own === undefined && holiday !== undefined) return { code: 'holiday', args: { holiday } }
  if (!site.staffed) return { code: 'closed' }
  const open = { personIds: [], site: { ...site, staffed: false } }
  const isClosed = (await listOutsideHours(db, open, period)).length > 0
  return { code: isClosed ? 'closed' : 'notStaffed' }
}
