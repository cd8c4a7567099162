import type { Selectable } from 'kysely'
import { type Context, transact, type Work } from '../../../context.ts'
import type { LinkPurpose, MailedLink } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { findLink } from './sql.ts'

/**
 * What a link's token stands for. Reading changes nothing, so that a mail scanner that follows every
 * link uses none up. A token for another purpose looks like one that does not exist.
 */
export async function readLink(
  ctx: Context | Work,
  token: string,
  purpose: LinkPurpose,
): Promise<Selectable<MailedLink>> {
  const link = await transact(ctx, (ctx) => findLink(ctx.db, hashToken(token), purpose))
  if (link === undefined) throw new Problem('not-found')
  const isOver = Temporal.Instant.compare(ctx.now(), link.expiresAt) >= 0
  if (link.usedAt !== null || isOver) throw new Problem('link-expired')
  return link
}
