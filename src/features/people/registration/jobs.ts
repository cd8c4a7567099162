import type { Work } from '../../../context.ts'
import { isLocale } from '../../../locales/translate.ts'
import type { Composer } from '../../../mail/message.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { findAddressee } from '../sql.ts'
import { confirmationMail } from './mails.ts'

/** As long as somebody may take who does not read mail every day. */
const lasts = Temporal.Duration.from({ hours: 7 * 24 })

/** As many as somebody with several children may cause, and too few to flood an address. */
const most = 3
const within = Temporal.Duration.from({ hours: 24 })

/**
 * Says that the answers have come, with a link of the reader's own; nothing to somebody who is gone, or
 * to an address that had enough of them.
 */
export const composeConfirmation: Composer = async (ctx, mail, site) => {
  const person = await findAddressee(ctx.db, mail.personId!)
  const email = addressAsked(person, mail.kind === 'email-changed')
  if (person === undefined || email === null) return undefined
  // Counted once, however often the mail server sends us away.
  if (mail.attempts === 0 && !(await mayAsk(ctx, email))) return undefined
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

/**
 * Whether an address may be written to once more today, whoever wrote it where: counted over all
 * municipalities.
 */
function mayAsk(ctx: Work, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `registration ${email.toLowerCase()}`, most, within }])
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
