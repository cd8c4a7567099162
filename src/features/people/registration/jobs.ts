import { isLocale } from '../../../locales/locale.ts'
import type { Composer } from '../../../mail/message.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { findAddressee } from '../sql.ts'
import { linkLasts, mayAskToConfirm, mayNotifyOfNewEmail } from './ask-to-confirm.ts'
import { confirmationMail, newEmailNotice } from './mails.ts'

/**
 * Says that the answers have come, with a link of the reader's own; nothing to somebody who is gone, or
 * to an address that had enough of them.
 */
export const composeConfirmation: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  const email = addressAsked(person, mail.kind === 'email-changed')
  if (person === undefined || email === null) return undefined
  // Counted once, however often the sending is tried; a changed address was counted where it was changed.
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
    to: { name: person.name, address: email },
    locale: isLocale(person.locale) ? person.locale : 'da',
    isNew: mail.kind === 'registration',
    isShared: person.isShared,
    url: `${site.baseUrl}/welcome/${token}`,
  })
}

/**
 * Tells whoever reads the address in use that another is to take its place, as long as one is; not
 * more often in a day than somebody may be written to.
 */
export const composeNewEmailNotice: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  if (person?.emailInUse == null || person.newEmail === null) return undefined
  // Counted once, however often the sending is tried.
  if (mail.attempts === 0 && !(await mayNotifyOfNewEmail(ctx, person.emailInUse))) return undefined
  return newEmailNotice({
    to: { name: person.name, address: person.emailInUse },
    locale: isLocale(person.locale) ? person.locale : 'da',
    url: `${site.baseUrl}/link`,
  })
}

/** A link to an older address must not confirm the one that took its place meanwhile. */
function addressAsked(
  person: { email: string | null; newEmail: string | null } | undefined,
  isChanged: boolean,
): string | null {
  if (person === undefined) return null
  if (isChanged) return person.newEmail
  return person.newEmail === null ? person.email : null
}
