import { actingAs, type Context, transact } from '../../context.ts'
import { requesterOf } from '../accounts/links/link-requester.ts'
import { countAttempt } from '../accounts/attempts/count-attempt.ts'
import type { RequestLink } from './schema.ts'
import { insertLinkRequest } from './sql.ts'

/** Enough for somebody who lost the last mail, too few to flood an address. */
const most = 3

/**
 * Takes a request for a link to one's own page, which opens in the browser that asked. A job looks
 * the address up later, so that neither answer nor response time tells whether it is known. Refuses
 * an address that asked too often, known or not.
 */
export async function requestLink(
  ctx: Context,
  { email }: RequestLink,
  browser: string,
): Promise<void> {
  await countAttempt(ctx, [{ key: `link ${email.toLowerCase()}`, most }])
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const request = { email, ...requesterOf(browser), askedAt: ctx.now() }
    await ctx.enqueue('link-request', await insertLinkRequest(ctx.db, request))
  })
}
