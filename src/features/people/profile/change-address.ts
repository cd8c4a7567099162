import { type Context, transact, type Work } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { Problem } from '../../../problems.ts'
import { revokeLinks } from '../../accounts/links/revoke-links.ts'
import { askToConfirm, mayAskToConfirm } from '../registration/ask-to-confirm.ts'
import { findAddresses, updatePerson } from '../sql.ts'

interface Addressed {
  id: string
  municipality: string
  email: string | null
  emailUnconfirmedSince: Temporal.Instant | null
  newEmail: string | null
}

/** The address that somebody gave last, in use or not yet. */
export function latestAddress(person: Pick<Addressed, 'email' | 'newEmail'>): string | null {
  return person.newEmail ?? person.email
}

/**
 * Refuses an address that would have to be asked about more often today than anybody is written to.
 * Before and outside the transaction that changes it, as where somebody registers.
 */
export async function limitConfirmations(
  ctx: Context,
  enrolmentId: string,
  email: string | null | undefined,
): Promise<void> {
  if (email == null) return
  const known = await transact(ctx, (ctx) => findAddresses(ctx.db, enrolmentId))
  if (known === undefined || email === known.email || email === known.newEmail) return
  // A slip of the pen is thanked like a registration, and counted as one, when the mail is written.
  if (known.emailUnconfirmedSince !== null) return
  if (!(await mayAskToConfirm(ctx, email)))
    throw new Problem('rate-limited', { fields: [{ pointer: '/email', code: 'mails' }] })
}

/**
 * Takes a person's new address, or takes the one they have away. It gets no mail but the one that
 * asks whether it is right: until its reader says yes, mails go to the address that was confirmed,
 * whoever typed the new one. Where none ever was, it was a slip of the pen: the new one is thanked in
 * its place. A link that went to an address given up, or to another new one, opens nothing. Who reads
 * the address in use is told that it is to be another, and not which.
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
