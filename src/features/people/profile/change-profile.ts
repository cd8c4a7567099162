import { type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { isContact } from '../transitions/lifecycle.ts'
import { lockEnrolment, lockPerson, updatePerson } from '../sql.ts'
import { changeAddress, limitConfirmations } from './change-address.ts'
import type { Profile } from './schema.ts'
import { writeProfile } from './write-profile.ts'

/** Replaces a profile. Refuses a contact, and a version that has changed since it was read. */
export async function changeProfile(
  ctx: Context,
  enrolmentId: string,
  profile: Profile<{ version: number }>,
): Promise<void> {
  await limitConfirmations(ctx, enrolmentId, profile.command.email)
  return transact(ctx, (ctx) => replaceProfile(ctx, enrolmentId, profile))
}

/** `changeProfile` for callers that have called `limitConfirmations` already. */
export async function replaceProfile(
  ctx: Work,
  enrolmentId: string,
  profile: Profile<{ version: number }>,
): Promise<void> {
  const enrolment = await lockEnrolment(ctx.db, enrolmentId)
  const { municipality, personId } = enrolment
  if (ctx.actor.kind === 'person' && ctx.actor.id !== personId) throw new Problem('not-found')
  if (enrolment.role !== profile.role) throw new Problem('not-found')
  if (isContact(enrolment.state)) throw new Problem('state-conflict', { state: enrolment.state })
  const person = await lockPerson(ctx.db, personId)
  if (person.version !== profile.command.version)
    throw new Problem('changed-meanwhile', { fields: [{ pointer: '', code: 'changed' }] })
  await writeProfile(ctx, profile, { municipality, personId, enrolmentId })
  await updatePerson(ctx.db, personId, { version: person.version + 1 })
  await changeAddress(ctx, person, profile.command.email ?? null)
  await recordEvent(ctx, {
    action: 'profile-changed',
    municipality,
    personId,
    subjectId: enrolmentId,
  })
}
