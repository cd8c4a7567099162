import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { lockEnrolment, lockPerson } from '../sql.ts'
import { limitConfirmations } from './change-address.ts'
import { replaceProfile } from './change-profile.ts'
import { readProfile } from './read-profile.ts'
import {
  ChangeMenteeProfile,
  ChangeMentorProfile,
  type PatchProfile,
  type Profile,
  reachable,
} from './schema.ts'

const fields = { mentor: ChangeMentorProfile.shape, mentee: ChangeMenteeProfile.shape }

/**
 * Changes the given fields of a profile, unless it has changed since it was read. Refuses fields of
 * the other role, and removing the last way to reach the person.
 */
export async function patchProfile(
  ctx: Context,
  enrolmentId: string,
  patch: PatchProfile,
  version: number,
): Promise<void> {
  await limitConfirmations(ctx, enrolmentId, patch.email)
  return transact(ctx, async (ctx) => {
    const { personId } = await lockEnrolment(ctx.db, enrolmentId)
    await lockPerson(ctx.db, personId)
    const { role, command } = await readProfile(ctx, enrolmentId)
    if (command.version !== version) throw new Problem('precondition-failed')
    const foreign = Object.keys(patch).filter((name) => !(name in fields[role]))
    if (foreign.length > 0)
      throw new Problem('invalid-input', {
        fields: foreign.map((name) => ({ pointer: `/${name}`, code: 'unknownField' })),
      })
    const changed = withoutNulls({ ...command, ...patch })
    if (!reachable(changed))
      throw new Problem('invalid-input', { fields: [{ pointer: '/email', code: 'contact' }] })
    await replaceProfile(ctx, enrolmentId, { role, command: changed } as Profile<{
      version: number
    }>)
  })
}

function withoutNulls<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Fields
}
