import type { Composer } from '../../mail/message.ts'
import { staffInvitation } from './mails.ts'
import { openLink } from './links/open-link.ts'
import { readAccount } from './sql.ts'

const lasts = Temporal.Duration.from({ hours: 7 * 24 })

/**
 * Composes the invitation. The link is made as the mail leaves, so that the outbox holds no
 * credentials. Sends nothing to a colleague who has signed in or is disabled.
 */
export const composeStaffInvitation: Composer = async (ctx, mail, site) => {
  const account = await readAccount(ctx.db, mail.accountId!)
  const { password, oidcSubject, disabledAt } = account
  if (password !== null || oidcSubject !== null || disabledAt !== null) return undefined
  const token = await openLink(ctx, {
    purpose: 'invitation',
    accountId: account.id,
    ...(account.municipality === null ? {} : { municipality: account.municipality }),
    lasts,
  })
  return staffInvitation({
    municipality: account.municipalityName ?? '',
    url: `${site.baseUrl}/invitation/${token}`,
  })
}
