import { type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import type { Requester } from './link-requester.ts'
import { openLink } from './open-link.ts'
import { findPersonMunicipality, readAccount } from '../sql.ts'

/** Returns the token of a new link that signs its holder in once, at `/sign-in/<token>`. */
export async function createSignInLink(
  ctx: Context | Work,
  link: ({ accountId: string } | { personId: string }) & {
    lasts: Temporal.Duration
    requester?: Requester
  },
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { lasts, requester } = link
    const bound = requester === undefined ? {} : { requester }
    if ('accountId' in link) {
      const { id, municipality } = await readAccount(ctx.db, link.accountId)
      const scope = municipality === null ? {} : { municipality }
      return openLink(ctx, { purpose: 'sign-in', accountId: id, ...scope, ...bound, lasts })
    }
    const municipality = await findPersonMunicipality(ctx.db, link.personId)
    if (municipality === undefined) throw new Problem('not-found')
    const { personId } = link
    await recordEvent(ctx, { action: 'link-created', municipality, personId })
    return openLink(ctx, { purpose: 'sign-in', personId, municipality, ...bound, lasts })
  })
}
