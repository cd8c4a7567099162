import { type Context, transact, type Work } from '../../../context.ts'
import type { LinkPurpose } from '../../../db/types.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import type { Requester } from './link-requester.ts'
import { insertLinks } from './sql.ts'

interface NewLink {
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
}

/**
 * Creates a link for one purpose that expires, and returns the token for its address. Only the hash
 * is stored, so that a copy of the table opens nothing.
 */
export async function openLink(ctx: Context | Work, link: NewLink): Promise<string> {
  const [token] = await openLinks(ctx, [link])
  return token!
}

/** The same for several links, in one statement; their tokens in the same order. */
export async function openLinks(ctx: Context | Work, links: readonly NewLink[]): Promise<string[]> {
  if (links.length === 0) return []
  const tokens = links.map(newToken)
  await transact(ctx, (ctx) =>
    insertLinks(
      ctx.db,
      links.map(({ lasts, requester, ...about }, at) => ({
        ...about,
        ...requester,
        hash: hashToken(tokens[at]!),
        createdAt: ctx.now(),
        expiresAt: ctx.now().add(lasts),
      })),
    ),
  )
  return tokens
}
