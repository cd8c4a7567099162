import type { Selectable } from 'kysely'
import type { Work } from '../../../context.ts'
import type { LinkPurpose, MailedLink } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { markLinkUsed } from './sql.ts'

/** Uses a link up, and says whose it was. Refuses a used or old one, and one for another purpose. */
export async function useLink(
  ctx: Work,
  token: string,
  purpose: LinkPurpose,
): Promise<Selectable<MailedLink>> {
  const link = await markLinkUsed(ctx.db, hashToken(token), purpose, ctx.now())
  if (link === undefined) throw new Problem('link-expired')
  return link
}
