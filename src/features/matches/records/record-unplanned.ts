import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { logMeeting } from '../../meetings/planning/log-meeting.ts'
import { recordMeetingOfMatches } from '../record-meeting.ts'
import type { RecordUnplanned } from '../schema.ts'
import { requireVersion } from '../transitions/move-match.ts'
import { lockMatch } from '../transitions/sql.ts'

/**
 * Records that a pair has met, on a past day, at a meeting that was never planned here; both were there.
 * It counts on its day, and nobody is mailed about it. Refuses a day on which the two were no pair, and one
 * on which they have a meeting already.
 */
export async function recordUnplanned(
  ctx: Context,
  matchId: string,
  { version, day, minutes }: RecordUnplanned,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    requireVersion(match, version)
    const { openedOn, closedOn, openedRecordedAt } = match.episode!
    const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
      Temporal.PlainDate.compare(a, b) < 0
    if (isBefore(day, openedOn) || (closedOn !== null && isBefore(closedOn, day)))
      throw new Problem('invalid-input', { fields: [{ pointer: '/day', code: 'noPair' }] })
    const meetingId = await logMeeting(ctx, matchId, { day, minutes, notBefore: openedRecordedAt })
    await recordMeetingOfMatches(ctx, meetingId, { agreements: [], minutes })
  })
}
