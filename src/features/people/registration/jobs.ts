import type { Composer } from '../../../mail/message.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { findAddressee } from '../sql.ts'
import { linkLasts } from './ask-to-confirm.ts'
import { mayAskToConfirm, mayNotifyOfNewEmail } from './may-ask-to-confirm.ts'
import { confirmationMail, newEmailNotice } from './mails.ts'

/**
 * Confirms a registration or a new address, with a link to the person's own page. Sends nothing to
 * a person who is gone, or to an address that has reached its daily limit.
 */
export const composeConfirmation: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  const email = addressAsked(person, mail.kind === 'email-changed')
  if (person === undefined || email === null) return undefined
  // Counted on the first attempt to send; a changed address was counted when it was changed.
  const isCounted = mail.kind === 'registration' && mail.attempts === 0
  if (isCounted && !(await mayAskToConfirm(ctx, email))) return undefined
  const { municipality } = person
  const personId = mail.personId!
  const token = await openLink(ctx, {
    purpose: 'confirm-email',
    municipality,
    personId,
    lasts: linkLasts,
  })
  return confirmationMail({
    address: email,
    kind: mail.kind === 'registration' ? 'registration' : 'email-changed',
    isShared: person.isShared,
    url: `${site.baseUrl}/welcome/${token}`,
  })
}

/** Tells the address in use that another is to replace it, within the daily limit. */
export const composeNewEmailNotice: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  if (person?.emailInUse == null || person.newEmail === null) return undefined
  // Counted on the first attempt to send.
  if (mail.attempts === 0 && !(await mayNotifyOfNewEmail(ctx, person.emailInUse))) return undefined
  return newEmailNotice(`${site.baseUrl}/link`)
}

/** The address to confirm: a registration's link must not confirm an address that replaced it. */
function addressAsked(
  person: { email: string | null; newEmail: string | null } | undefined,
  isChanged: boolean,
): string | null {
  if (person === undefined) return null
  if (isChanged) return person.newEmail
  return person.newEmail === null ? person.email : null
}
