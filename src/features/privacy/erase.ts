import { type Context, transact, type Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { shredAudit } from '../audit/shred.ts'
import { endMatches } from '../matches/end.ts'
import { leaveMeetings } from '../meetings/leave.ts'
import { leaveNameless } from '../people/leave-nameless.ts'
import { mayMove } from '../people/lifecycle.ts'
import { moveEnrolment } from '../people/move.ts'
import { withdrawProposals } from '../proposals/withdraw.ts'
import { forgetPerson } from '../runs/forget-person.ts'
import {
  deleteMailJobs,
  hideActor,
  insertErasure,
  lockEnrolmentsOf,
  lockPersonOf,
  moveTrace,
  wasErased,
} from './sql.ts'
import { actorColumns, keptTraces } from './traces.ts'

/**
 * Erases the person behind an enrolment: what is open with them ends, every trace goes, and the
 * numbers of every report stay what they were. Erasing again answers the same.
 */
export async function erasePerson(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const person = await lockPersonOf(ctx.db, enrolmentId)
    if (person === undefined) {
      if (await wasErased(ctx.db, enrolmentId)) return
      throw new Problem('not-found')
    }
    const { id: personId, municipality } = person
    const enrolments = await lockEnrolmentsOf(ctx.db, personId)
    await endEverything(ctx, personId, enrolments)
    await forgetPerson(ctx, personId)
    await deleteMailJobs(ctx.db, personId)
    await leaveNameless(ctx, personId, async (ids) => {
      for (const kept of keptTraces)
        for (const moved of kept.of === 'person' ? [ids.person] : ids.enrolments)
          await moveTrace(ctx.db, kept, moved)
      for (const place of actorColumns) await hideActor(ctx.db, place, personId)
    })
    const ids = enrolments.map(({ id }) => id)
    await shredAudit(ctx, { personId, ids })
    await insertErasure(ctx.db, municipality, [personId, ...ids], ctx.now())
    await recordEvent(ctx, { action: 'person-erased', municipality })
  })
}

/** Nobody is left waiting for somebody who is gone. */
async function endEverything(
  ctx: Work,
  personId: string,
  enrolments: Awaited<ReturnType<typeof lockEnrolmentsOf>>,
): Promise<void> {
  for (const { id } of enrolments) {
    await withdrawProposals(ctx, id)
    await endMatches(ctx, id)
  }
  await leaveMeetings(ctx, personId)
  for (const { id, role, state } of await lockEnrolmentsOf(ctx.db, personId))
    if (mayMove(role, state, 'left')) await moveEnrolment(ctx, id, { to: 'left' })
}
