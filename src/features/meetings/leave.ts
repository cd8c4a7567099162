import { actorName, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { recordEvents } from '../audit/record.ts'
import { unbook } from '../places/unbook.ts'
import { announceChange } from './notices/announce.ts'
import type { LeaveReason } from './schema.ts'
import {
  cancelWithoutPair,
  deleteFromMeeting,
  deletePairs,
  listWithoutPair,
  lockMeetingsAhead,
  raiseSequence,
  type Stopping,
} from './sql.ts'

/**
 * Takes pairs that stop meeting out of every future meeting, or of those before a day, together with
 * participants who have no other pair there. Cancels a meeting without any other pair; otherwise the
 * others meet. The reason is kept for colleagues. Everyone who was invited and no longer takes part is
 * told, without it.
 */
export async function leaveMeetings(
  ctx: Context,
  stopping: Stopping,
  {
    reason,
    tellsOthers = true,
    before,
  }: { reason: LeaveReason; tellsOthers?: boolean; before?: Temporal.PlainDate },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const time = { from: ctx.now(), before: before?.toZonedDateTime(zone).toInstant() }
    const cancelled = { at: ctx.now(), by: actorName(ctx.actor), reason }
    for (const meeting of await lockMeetingsAhead(ctx.db, stopping, time)) {
      const { id: meetingId, municipality, startsAt } = meeting
      const leaving = await listWithoutPair(ctx.db, meetingId, stopping)
      if (await cancelWithoutPair(ctx.db, meetingId, stopping, cancelled)) {
        await unbook(ctx, { meetingId })
      } else {
        await deletePairs(ctx.db, meetingId, stopping)
        await deleteFromMeeting(ctx.db, meetingId, leaving)
        for (const personId of leaving) await unbook(ctx, { meetingId }, personId)
        await raiseSequence(ctx.db, meetingId, ctx.now())
      }
      if (tellsOthers)
        await announceChange(ctx, meeting, leaving, { kind: 'off', times: [startsAt] })
      await recordEvents(
        ctx,
        leaving.map((personId) => ({
          ...({ action: 'meeting-left', municipality, personId, subjectId: meetingId } as const),
        })),
      )
    }
  })
}
