import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordMeetingOfMatches } from '../../matches/record-meeting.ts'
import { logMeeting } from '../../meetings/planning/log-meeting.ts'
import type { LogMeeting } from './schema.ts'
import { lockOwnPair } from './sql.ts'

/** Records that an active pair has met, as one of the two says. */
export async function logOwnMeeting(
  ctx: Context,
  matchId: string,
  personId: string,
  { day, minutes }: LogMeeting,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockOwnPair(ctx.db, matchId, personId)
    if (state !== 'active' && state !== 'closing') throw new Problem('state-conflict')
    const meetingId = await logMeeting(ctx, matchId, { day, minutes })
    await recordMeetingOfMatches(ctx, meetingId, { agreements: [], minutes })
  })
}
