import type { Selectable } from 'kysely'
import type { Work } from '../../../context.ts'
import type { LinkPurpose, MailedLink } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { markLinkUsed } from './sql.ts'

/**
 * Marks a link used and returns it. Refuses a used or expired link, and one for another purpose.
 */
export async function useLink(
  ctx: Work,
  token: string,
  purpose: LinkPurpose,
): Promise<Selectable<MailedLink>> {
  const link = await markLinkUsed(ctx.db, hashToken(token), purpose, ctx.now())
  if (link === undefined) throw new Problem('link-expired')
  return link
}
