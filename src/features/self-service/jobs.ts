import type { Composer } from '../../mail/message.ts'
import { createSignInLink } from '../accounts/links/create-sign-in-link.ts'
import { supersedeLinks } from '../accounts/links/revoke-links.ts'
import { ownPageLink } from './mails.ts'
import { findAsker, readAddressee } from './sql.ts'

/** Short: it opens the door by itself, and another is one click away. */
const lasts = Temporal.Duration.from({ minutes: 10 })

/**
 * Writes the link to one's own page, made as the mail leaves, and ends those sent before: one door at a
 * time stands open, and to the browser that asked. Nothing to somebody who is gone, or asked days ago.
 */
export const composeOwnPageLink: Composer = async (ctx, mail, site) => {
  const person = await readAddressee(ctx.db, mail.personId!)
  const requester = mail.subjectId === null ? undefined : await findAsker(ctx.db, mail.subjectId)
  if (person === undefined || requester === undefined) return undefined
  await supersedeLinks(ctx, person.id)
  const token = await createSignInLink(ctx, { personId: person.id, lasts, requester })
  return ownPageLink(`${site.baseUrl}/sign-in/${token}`)
}
