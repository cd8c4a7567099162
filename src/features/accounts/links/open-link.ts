import { type Context, transact, type Work } from '../../../context.ts'
import type { LinkPurpose } from '../../../db/types.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import type { Requester } from './link-requester.ts'
import { insertLink } from './sql.ts'

/**
 * Creates a link for one purpose that expires, and returns the token for its address. Only the hash
 * is stored, so that a copy of the table opens nothing.
 */
export async function openLink(
  ctx: Context | Work,
  link: {
    purpose: LinkPurpose
    municipality?: string
    accountId?: string
    personId?: string
    proposalId?: string
    meetingId?: string
    questionId?: string
    reconfirmationId?: string
    mailKind?: string
    /**
     * The browser that asked; it opens the link without the word. Without one, every browser does.
     */
    requester?: Requester
    lasts: Temporal.Duration
  },
): Promise<string> {
  const { lasts, requester, ...about } = link
  const token = newToken()
  await transact(ctx, (ctx) =>
    insertLink(ctx.db, {
      ...about,
      ...requester,
      hash: hashToken(token),
      createdAt: ctx.now(),
      expiresAt: ctx.now().add(lasts),
    }),
  )
  return token
}
