import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { AddSite } from './schema.ts'
import { insertSite } from './sql.ts'

export async function addSite(ctx: Context, municipality: string, site: AddSite): Promise<string> {
  return transact(ctx, async (ctx) => {
    const subjectId = await insertSite(ctx.db, { ...site, municipality })
    await recordEvent(ctx, { action: 'site-added', municipality, subjectId })
    return subjectId
  })
}
