import { type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'
import { recordMeeting } from '../meetings/record.ts'
import type { RecordMeeting } from '../meetings/schema.ts'
import { insertAgreements } from './sql.ts'
import { followAttendance } from './transitions/follow-attendance.ts'
import { lockMatchesOf, readMeetingOfBoth } from './transitions/sql.ts'

/**
 * Records a meeting and its agreements, and moves its matches by who was present. Refuses an
 * agreement of a pair of whom not both were there.
 */
export async function recordMeetingOfMatches(
  ctx: Context,
  meetingId: string,
  record: RecordMeeting,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const matchIds = await lockMatchesOf(ctx.db, meetingId)
    await recordMeeting(ctx, meetingId, record)
    for (const matchId of matchIds) await followAttendance(ctx, matchId)
    if (record.outcome !== 'held') return
    for (const { matchId, topics } of record.agreements) {
      const meeting = await readMeetingOfBoth(ctx.db, matchId, meetingId)
      if (meeting === undefined)
        throw new Problem('invalid-input', { fields: [{ pointer: '/agreements', code: 'choice' }] })
      const { municipality } = meeting
      const agreedOn = meeting.startsAt.toZonedDateTimeISO(zone).toPlainDate()
      const recordedAt = ctx.now()
      await insertAgreements(
        ctx.db,
        topics.map((topic) => ({ municipality, matchId, topic, meetingId, agreedOn, recordedAt })),
      )
    }
  })
}
