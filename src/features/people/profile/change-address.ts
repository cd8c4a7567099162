import { type Context, transact, type Work } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { Problem } from '../../../problems.ts'
import { revokeLinks } from '../../accounts/links/revoke-links.ts'
import { askToConfirm } from '../registration/ask-to-confirm.ts'
import { mayAskToConfirm } from '../registration/may-ask-to-confirm.ts'
import { findAddresses, updatePerson } from '../sql.ts'

interface Addressed {
  id: string
  municipality: string
  email: string | null
  emailUnconfirmedSince: Temporal.Instant | null
  newEmail: string | null
}

/** The address given last, confirmed or not. */
export function latestAddress(person: Pick<Addressed, 'email' | 'newEmail'>): string | null {
  return person.newEmail ?? person.email
}

/**
 * Refuses a new address that has reached its daily limit of confirmation mails. Counted before and
 * outside the transaction, so that a rollback does not reset the count.
 */
export async function limitConfirmations(
  ctx: Context,
  enrolmentId: string,
  email: string | null | undefined,
): Promise<void> {
  if (email == null) return
  const known = await transact(ctx, (ctx) => findAddresses(ctx.db, enrolmentId))
  if (known === undefined || email === known.email || email === known.newEmail) return
  // A first address that was never confirmed is mailed like a registration, and counted when that
  // mail is composed.
  if (known.emailUnconfirmedSince !== null) return
  if (!(await mayAskToConfirm(ctx, email)))
    throw new Problem('rate-limited', { fields: [{ pointer: '/email', code: 'mails' }] })
}

/**
 * Stores or removes a person's new address. Until its reader confirms it, it only gets the
 * confirmation mail, and all other mails go to the confirmed address. Where none was ever
 * confirmed, the new address replaces the old one and gets the welcome. Links to replaced addresses
 * stop working. The address in use is told that it is being replaced, but not by which.
 */
export async function changeAddress(
  ctx: Work,
  person: Addressed,
  email: string | null,
): Promise<void> {
  if (email === latestAddress(person)) return
  const whose = { municipality: person.municipality, personId: person.id }
  await revokeLinks(ctx, person.id)
  const none = { newEmail: null, newEmailSince: null }
  if (email === null || email === person.email)
    await updatePerson(ctx.db, person.id, {
      ...none,
      email,
      ...(email === null && { emailUnconfirmedSince: null }),
    })
  else if (person.emailUnconfirmedSince !== null) {
    const emailUnconfirmedSince = ctx.now()
    await updatePerson(ctx.db, person.id, { ...none, email, emailUnconfirmedSince })
    await askToConfirm(ctx, 'registration', whose)
  } else {
    await updatePerson(ctx.db, person.id, { newEmail: email, newEmailSince: ctx.now() })
    if (person.email !== null)
      await queueMail(ctx, {
        kind: 'email-replaced',
        municipality: whose.municipality,
        to: { personId: whose.personId },
      })
    await askToConfirm(ctx, 'email-changed', whose)
  }
}
