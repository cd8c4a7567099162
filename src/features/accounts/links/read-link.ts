import type { Selectable } from 'kysely'
import { type Context, transact, type Work } from '../../../context.ts'
import type { LinkPurpose, MailedLink } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { findLink } from './sql.ts'

/**
 * The link behind a token. Reading uses nothing up, because mail scanners follow links. A token
 * with another purpose is reported as unknown.
 */
export async function readLink(
  ctx: Context | Work,
  token: string,
  purpose: LinkPurpose | readonly LinkPurpose[],
): Promise<Selectable<MailedLink>> {
  const link = await transact(ctx, (ctx) => findLink(ctx.db, hashToken(token), [purpose].flat()))
  if (link === undefined) throw new Problem('not-found')
  const isOver = Temporal.Instant.compare(ctx.now(), link.expiresAt) >= 0
  if (link.usedAt !== null || isOver) throw new Problem('link-expired')
  return link
}
