import { type Context, transact } from '../../../context.ts'
import { recordEvent } from '../../audit/record.ts'
import type { AddSite } from '../schema.ts'
import { insertSite, replaceHours } from './sql.ts'

/** What most branch libraries have. The page says that nobody has confirmed it. */
const usualHours = [1, 2, 3, 4, 5, 6].map((day) => ({
  day,
  opens: '10:00',
  closes: day === 6 ? '14:00' : '18:00',
  staffed: true,
}))

/** Adds a site with the usual hours, so that meetings can be planned there at once. */
export async function addSite(ctx: Context, municipality: string, site: AddSite): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = await insertSite(ctx.db, { ...site, municipality })
    await replaceHours(ctx.db, { id, municipality }, usualHours)
    await recordEvent(ctx, { action: 'site-added', municipality, subjectId: id })
    return id
  })
}
