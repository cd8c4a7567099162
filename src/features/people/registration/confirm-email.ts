import { actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { openSession } from '../../accounts/sessions/open-session.ts'
import { revokeLinks } from '../../accounts/links/revoke-links.ts'
import { useLink } from '../../accounts/links/use-link.ts'
import { lockPerson, updatePerson } from '../sql.ts'

/**
 * The holder of the mailed link can read the address: marks it as confirmed, takes a new address
 * into use, and returns the token of a session on the person's page. The link works once.
 */
export async function confirmEmail(ctx: Context, token: string): Promise<string> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const { personId, municipality } = await useLink(ctx, token, 'confirm-email')
    if (personId === null || municipality === null) throw new Problem('not-found')
    const { newEmail } = await lockPerson(ctx.db, personId)
    await updatePerson(ctx.db, personId, { emailUnconfirmedSince: null })
    if (newEmail !== null) {
      // Others may still read the old address, so its links stop working.
      await revokeLinks(ctx, personId)
      await updatePerson(ctx.db, personId, {
        email: newEmail,
        newEmail: null,
        newEmailSince: null,
      })
    }
    const by = actingAs(ctx, { kind: 'person', id: personId, municipality })
    await recordEvent(by, { action: 'email-confirmed', municipality, personId })
    return openSession(ctx, { personId })
  })
}
