import { type Context, transact } from '../../context.ts'
import { recordAccess } from '../audit/record.ts'
import { writeCursor } from '../people/list/cursor.ts'
import type { ListMails } from './schema.ts'
import { type ListedMail, listMails } from './sql.ts'

export interface MailList {
  rows: ListedMail[]
  /** The cursor of the next page; null on the last. */
  next: string | null
}

/**
 * One page of mails, the newest first; the audit record gets an entry for each person listed. Without a
 * municipality, of all: the demo's.
 */
export async function seeMails(
  ctx: Context,
  municipality: string | undefined,
  wanted: ListMails,
): Promise<MailList> {
  return transact(ctx, async (ctx) => {
    const found = await listMails(ctx.db, municipality, wanted)
    const rows = found.slice(0, wanted.limit)
    await recordAccess(
      ctx,
      'person-listed',
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const last = found.length > wanted.limit ? rows.at(-1) : undefined
    const next =
      last === undefined ? null : writeCursor({ back: false, id: last.id, at: last.createdAt })
    return { rows, next }
  })
}
