import { actorName, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { isContact } from '../transitions/lifecycle.ts'
import type { AddRole } from '../schema.ts'
import { insertEnrolment, insertTransition, lockEnrolment } from '../sql.ts'
import { listRolesOf } from '../profile/page/sql.ts'

/**
 * Enrols a person in the other role of the same programme: a refugee becomes a mentor, or a
 * volunteer asks for help. The enrolment starts as registered, with a profile to fill in. Refuses a
 * role the person has, and a contact, who must register first.
 */
export async function addRole(
  ctx: Context,
  enrolmentId: string,
  { role }: AddRole,
): Promise<{ enrolmentId: string }> {
  return transact(ctx, async (ctx) => {
    const { municipality, personId, programmeId, state } = await lockEnrolment(ctx.db, enrolmentId)
    if (isContact(state)) throw new Problem('state-conflict', { state })
    const roles = await listRolesOf(ctx.db, personId)
    if (roles.some((one) => one.role === role && one.programmeId === programmeId))
      throw new Problem('already-exists')
    const added = await insertEnrolment(ctx.db, {
      ...{ municipality, programmeId, personId, role },
      state: 'registered',
      stateSince: ctx.now(),
      createdAt: ctx.now(),
    })
    await insertTransition(ctx.db, {
      ...{ municipality, enrolmentId: added },
      toState: 'registered',
      actor: actorName(ctx.actor),
      at: ctx.now(),
    })
    await recordEvent(ctx, { action: 'role-added', municipality, personId, subjectId: added })
    return { enrolmentId: added }
  })
}
