import { type Context, transact } from '../../context.ts'
import { listPersonIds } from '../../db/parties.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { recordEvents } from '../audit/record.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { closeOpen } from './sql.ts'

/**
 * Closes every open match of an enrolment whose person left. The mentee on the other side becomes
 * ready again. The other party is told that the match ended, without a reason.
 */
export async function endMatches(
  ctx: Context,
  enrolmentId: string,
  { tellsOthers }: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const match of await closeOpen(ctx.db, enrolmentId, ctx.now())) {
      const { id: subjectId, municipality, mentorId, menteeId } = match
      const people = await listPersonIds(ctx.db, [mentorId, menteeId])
      await recordEvents(
        ctx,
        people.map((personId) => ({ action: 'match-closed', municipality, personId, subjectId })),
      )
      const otherId = menteeId === enrolmentId ? mentorId : menteeId
      const [personId] = tellsOthers ? await listPersonIds(ctx.db, [otherId]) : []
      if (personId !== undefined)
        await queueMail(ctx, { kind: 'match-ended', municipality, to: { personId }, subjectId })
      if (menteeId !== enrolmentId)
        await moveEnrolment(ctx, menteeId, { to: 'ready', reason: 'match ended' })
    }
  })
}
