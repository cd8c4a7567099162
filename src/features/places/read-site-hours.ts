import { type Context, transact } from '../../context.ts'
import { listSiteHours } from './sql.ts'

/** A site's weekly hours, all of them or the staffed ones. */
export async function readSiteHours(
  ctx: Context,
  { id, staffed }: { id: string; staffed: boolean },
): Promise<{ day: number; starts: string; ends: string }[]> {
  const hours = await transact(ctx, ({ db }) => listSiteHours(db, id))
  return hours
    .filter((one) => one.staffed || !staffed)
    .map(({ day, opens, closes }) => ({ day, starts: opens, ends: closes }))
}
