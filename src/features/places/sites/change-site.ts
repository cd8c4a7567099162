import type { Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { lockSite, raiseVersion } from './sql.ts'

/** Locks a site for a change, and refuses the change of somebody who saw an earlier version. */
export async function changeSite(
  ctx: Work,
  id: string,
  version: number,
): Promise<{ id: string; municipality: string }> {
  const site = await lockSite(ctx.db, id)
  if (site.version !== version) throw new Problem('stale', { state: String(site.version) })
  await raiseVersion(ctx.db, id)
  return site
}
