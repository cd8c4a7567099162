import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { openTask } from '../../tasks/open.ts'
import { weighedFor } from './answer.ts'
import { findParticipantById } from './sql.ts'

/**
 * Puts a participant's no, or wish for another time, before the coordinators when it has stood for ten
 * minutes and the meeting is still to come.
 */
export async function openAnswerTask(ctx: Context, participantId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const found = await findParticipantById(ctx.db, participantId)
    if (found === undefined || found.enrolmentId === null || found.answeredAt === null) return
    const { answer, answeredAt, state, startsAt } = found
    const isAhead = Temporal.Instant.compare(startsAt, ctx.now()) > 0
    const hasStood = Temporal.Instant.compare(answeredAt.add(weighedFor), ctx.now()) <= 0
    if (state !== 'scheduled' || !isAhead || !hasStood) return
    if (answer !== 'no' && answer !== 'another_time') return
    const { municipality, meetingId, enrolmentId } = found
    await openTask(ctx, {
      kind: answer === 'no' ? 'meeting_declined' : 'meeting_another_time',
      ...{ municipality, meetingId, enrolmentId, isAnew: true },
      dueOn: ctx.now().toZonedDateTimeISO(zone).toPlainDate(),
    })
  })
}
