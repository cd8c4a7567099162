import { actorName, type Context, transact } from '../../context.ts'
import { findSite } from '../../db/sites.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { book } from '../places/book.ts'
import { findAccount } from '../places/find-account.ts'
import { pointerOf, timeOf } from '../places/wall-time.ts'
import { unbook } from '../places/unbook.ts'
import { resolveTasks } from '../tasks/resolve.ts'
import { type BookInterview, interviewLasts } from './schema.ts'
import { changeInterview, findBookedInterview, insertInterview, lockMentor } from './sql.ts'

/**
 * Books the interview with a volunteer, or moves it; they get a mail with the time. Refuses a time
 * that has passed, a site of another municipality, a volunteer who is past the interview, and an hour
 * at which the volunteer or the coordinator is booked.
 */
export async function bookInterview(
  ctx: Context,
  enrolmentId: string,
  { siteId, ...when }: BookInterview,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { state, municipality, personId } = await lockMentor(ctx.db, enrolmentId)
    if (state !== 'registered' && state !== 'interview_booked')
      throw new Problem('state-conflict', { state })
    const { startsAt } = timeOf(when)
    if (Temporal.Instant.compare(startsAt, ctx.now()) <= 0) throw refused(pointerOf(when), 'past')
    if (!(await findSite(ctx.db, siteId, municipality))) throw refused('/siteId', 'choice')
    const booked = await findBookedInterview(ctx.db, enrolmentId)
    const change = {
      ...{ startsAt, siteId },
      ...{ bookedBy: actorName(ctx.actor), bookedAt: ctx.now(), changedAt: ctx.now() },
    }
    if (booked) await changeInterview(ctx.db, booked.id, change)
    const id =
      booked?.id ?? (await insertInterview(ctx.db, { municipality, enrolmentId, ...change }))
    await unbook(ctx, { interviewId: id })
    const person = { kind: 'person', id: personId } as const
    const during = { startsAt, endsAt: startsAt.add(interviewLasts) }
    await book(ctx, { municipality, interviewId: id }, during, [
      person,
      ...(await findAccount(ctx, municipality)),
    ])
    if (state === 'registered') await moveEnrolment(ctx, enrolmentId, { to: 'interview_booked' })
    await resolveTasks(ctx, { enrolmentId, kinds: ['interview_unrecorded'] })
    await recordEvent(ctx, { action: 'interview-booked', municipality, personId, subjectId: id })
    await queueMail(ctx, { kind: 'interview', municipality, to: { personId }, subjectId: id })
    return id
  })
}

function refused(pointer: string, code: 'past' | 'choice'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
