import { actingAs, type Context, transact } from '../../context.ts'
import { requesterOf } from '../accounts/links/link-requester.ts'
import { countAttempt } from '../accounts/attempts/count-attempt.ts'
import type { RequestLink } from './schema.ts'
import { insertLinkRequest } from './sql.ts'

/** As many mails as somebody who lost the last one may want, and too few to flood an address. */
const most = 3

/**
 * Takes a wish for a link to one's own page, which opens in the browser that asked. Whether anybody has
 * the address is looked up later: neither what is answered nor the time it takes can tell. Refuses an
 * address that asked too often, known or not.
 */
export async function requestLink(
  ctx: Context,
  { email }: RequestLink,
  browser: string,
): Promise<void> {
  await countAttempt(ctx, [{ key: `link ${email.toLowerCase()}`, most }])
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const request = { email, ...requesterOf(browser), askedAt: ctx.now() }
    await ctx.enqueue('link-request', { linkRequestId: await insertLinkRequest(ctx.db, request) })
  })
}
