import { randomUUID } from 'node:crypto'
import { actingAs, type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { countAttempt } from '../accounts/count-attempt.ts'
import { mayAskToConfirm } from '../people/registration/ask-to-confirm.ts'
import type { RequestLink } from './schema.ts'
import { listPeopleByEmail } from './sql.ts'

/** As many mails as somebody who lost the last one may want, and too few to flood an address. */
const most = 3

/**
 * Mails a link to one's own page to whoever has that address, and says nothing of whether anybody
 * has. An address that nobody has confirmed is asked again instead, which opens the same page. Refuses
 * an address that asked too often, known or not.
 */
export async function requestLink(ctx: Context, { email }: RequestLink): Promise<void> {
  await countAttempt(ctx, [{ key: `link ${email.toLowerCase()}`, most }])
  const isAsked = await mayAskToConfirm(ctx, email)
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const people = await listPeopleByEmail(ctx.db, email)
    const kinds = people.map((person) =>
      person.emailUnconfirmedSince === null
        ? 'own-page-link'
        : isAsked
          ? 'registration'
          : undefined,
    )
    for (const [at, kind] of kinds.entries()) {
      const { id, municipality } = people[at]!
      if (kind !== undefined) await queueMail(ctx, { kind, municipality, to: { personId: id } })
    }
    // A job about no mail, so that the time it takes does not tell either.
    if (kinds.every((kind) => kind === undefined))
      await ctx.enqueue('mail', { mailId: randomUUID() })
  })
}
