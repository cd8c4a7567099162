import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { logMeeting } from '../../meetings/planning/log-meeting.ts'
import { recordMeetingOfMatches } from '../record-meeting.ts'
import type { RecordUnplanned } from '../schema.ts'
import { requireVersion } from '../transitions/move-match.ts'
import { lockMatch } from '../transitions/sql.ts'

/**
 * Records that both of a pair met on a past day, at a meeting that was never planned here. The report counts
 * the meeting on that day; no mail is sent. Refuses a day outside the time in which the two were a pair, and a
 * day on which the pair has a meeting already.
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
