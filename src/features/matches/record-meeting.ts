import { type Context, transact, type Work } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'
import { correctRecord, type Presence, recordMeeting } from '../meetings/records/record.ts'
import type { RecordMeeting } from '../meetings/schema.ts'
import { deleteAgreementsOf, insertAgreements } from './sql.ts'
import { followAttendance } from './transitions/follow-attendance.ts'
import { lockMatchesOf, readMeetingOfBoth } from './transitions/sql.ts'

type Given = Presence & Pick<RecordMeeting, 'agreements'>

/**
 * Records who was at a meeting and what was agreed, and moves its matches by who was present. Refuses
 * an agreement of a pair of whom not both were there.
 */
export async function recordMeetingOfMatches(
  ctx: Context,
  meetingId: string,
  record: Given,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const matchIds = await lockMatchesOf(ctx.db, meetingId)
    await recordMeeting(ctx, meetingId, record)
    await follow(ctx, meetingId, matchIds, record)
  })
}

/** Corrects who was at a meeting and what was agreed there, and its matches follow. */
export async function correctMeetingOfMatches(
  ctx: Context,
  meetingId: string,
  record: Given,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const matchIds = await lockMatchesOf(ctx.db, meetingId)
    await correctRecord(ctx, meetingId, record)
    await deleteAgreementsOf(ctx.db, meetingId)
    await follow(ctx, meetingId, matchIds, record)
  })
}

async function follow(
  ctx: Work,
  meetingId: string,
  matchIds: readonly string[],
  { agreements }: Given,
): Promise<void> {
  for (const matchId of matchIds) await followAttendance(ctx, matchId)
  for (const { matchId, topics } of agreements) {
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
}
