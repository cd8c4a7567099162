import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { findRoom, findSiteWithHours } from './sql.ts'

/**
 * The weekly hours of a site, all of them or the staffed ones; none without a site. Refuses a site of
 * another municipality and a room of another site.
 */
export async function readSiteHours(
  ctx: Context,
  {
    siteId,
    roomId,
    municipality,
    staffed,
  }: {
    siteId: string | undefined
    roomId: string | undefined
    municipality: string
    staffed: boolean
  },
): Promise<{ day: number; starts: string; ends: string }[] | undefined> {
  return transact(ctx, async ({ db }) => {
    if (siteId === undefined && roomId !== undefined) throw refused('/siteId', 'required')
    if (siteId === undefined) return undefined
    const site = await findSiteWithHours(db, siteId, municipality)
    if (site === undefined) throw refused('/siteId', 'choice')
    if (roomId !== undefined && !(await findRoom(db, siteId, roomId)))
      throw refused('/roomId', 'choice')
    return site.hours
      .filter((one) => one.staffed || !staffed)
      .map(({ day, opens, closes }) => ({ day, starts: opens, ends: closes }))
  })
}

function refused(pointer: string, code: 'required' | 'choice'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
