import type { Work } from '../../../context.ts'
import { revokeLinks } from '../../accounts/links/revoke-links.ts'
import { askToConfirm } from '../registration/ask-to-confirm.ts'
import { updatePerson } from '../sql.ts'

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
 * Takes a person's new address, or takes the one they have away. It gets no mail but the one that
 * asks whether it is right: until its reader says yes, mails go to the address that was confirmed,
 * whoever typed the new one. Where none ever was, it was a slip of the pen: the new one is thanked in
 * its place. A link that went to an address given up, or to another new one, opens nothing.
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
    await askToConfirm(ctx, 'email-changed', whose)
  }
}
