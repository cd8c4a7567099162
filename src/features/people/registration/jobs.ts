import { isLocale } from '../../../locales/translate.ts'
import type { Composer } from '../../../mail/message.ts'
import { openLink } from '../../accounts/open-link.ts'
import { findAddressee } from '../sql.ts'
import { confirmationMail } from './mails.ts'

/** As long as somebody may take who does not read mail every day. */
const lasts = Temporal.Duration.from({ hours: 7 * 24 })

/** Says that the answers have come, with a link of the reader's own; nothing to somebody who is gone. */
export const composeConfirmation: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  const email = addressAsked(person, mail.kind === 'email-changed')
  if (person === undefined || email === null) return undefined
  const { municipality } = person
  const personId = mail.personId!
  const token = await openLink(ctx, { purpose: 'confirm-email', municipality, personId, lasts })
  return confirmationMail({
    to: { name: person.name, address: email },
    locale: isLocale(person.locale) ? person.locale : 'da',
    isNew: mail.kind === 'registration',
    isShared: person.isShared,
    url: `${site.baseUrl}/welcome/${token}`,
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
