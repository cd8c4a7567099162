import { actorName, type Context, transact } from '../../../context.ts'
import { lockPairsOfMeeting } from '../../../db/lock-pairs.ts'
import { recordEvents } from '../../audit/record.ts'
import { unbook } from '../../places/unbook.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { announceChange } from '../notices/announce.ts'
import { listParticipantIds } from '../notices/sql.ts'
import { lockMeeting } from '../sql.ts'
import { requireUnchanged } from '../state.ts'
import type { CancelMeeting } from './schema.ts'
import { markCancelled } from './sql.ts'

/**
 * Cancels a meeting, with whose wish it was, the reason, and the hours of notice. Everybody is told,
 * without the reason. One that has begun may be cancelled too, when it turns out that it never was;
 * nobody is told then. Refuses one that is recorded or has changed since its writer saw it.
 */
export async function cancelMeeting(
  ctx: Context,
  id: string,
  { version, by: side, reason }: Omit<CancelMeeting, 'version'> & { version?: number },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockPairsOfMeeting(ctx.db, id)
    const meeting = await lockMeeting(ctx.db, id)
    requireUnchanged(meeting, { states: ['scheduled'], version }, ctx.now())
    const { municipality, startsAt } = meeting
    const hours = Math.floor(ctx.now().until(startsAt).total('hours'))
    await markCancelled(ctx.db, id, {
      ...{ at: ctx.now(), by: actorName(ctx.actor), side, reason },
      noticeHours: hours < 0 ? null : hours,
    })
    await unbook(ctx, { meetingId: id })
    await resolveTasks(ctx, { meetingId: id, kinds: answered })
    await withdrawQuestions(ctx, { meetingId: id }, ['outcome'])
    const personIds = await listParticipantIds(ctx.db, id)
    if (hours >= 0)
      await announceChange(ctx, meeting, personIds, { kind: 'off', times: [startsAt] })
    await recordEvents(
      ctx,
      personIds.map((personId) => ({
        ...({ action: 'meeting-cancelled', municipality, personId, subjectId: id } as const),
      })),
    )
  })
}

const answered = [
  'meeting_declined',
  'meeting_another_time',
  'meeting_call_moved',
  'meeting_unrecorded',
] as const
