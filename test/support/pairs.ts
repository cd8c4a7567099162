import { transact } from '../../src/context.ts'
import type { Attendance, MeetingSide, MeetingState } from '../../src/db/types.ts'
import { moveMatch } from '../../src/features/matches/transitions/move-match.ts'
import type { House } from './house.ts'
import { aMatch, type Pair, type Programme } from './people.ts'

export type RunningPair = Pair & { matchId: string; programme: Programme }

/** A pair that became active on a day, without a meeting. */
export async function aRunningPair(
  house: House,
  programme: Programme,
  activeOn?: string,
): Promise<RunningPair> {
  const { mentor, mentee, matchId } = await aMatch(house)
  if (activeOn !== undefined)
    await moveMatch(house.ctx(), matchId, {
      kind: 'activated',
      happenedOn: Temporal.PlainDate.from(activeOn),
    })
  return { mentor, mentee, matchId, programme }
}

/** A meeting of a pair as if it had been planned and recorded. */
export async function aPastMeeting(
  house: House,
  pair: RunningPair,
  startsAt: string,
  given: {
    state?: MeetingState
    mentor?: Attendance
    mentee?: Attendance
    cancelledSide?: MeetingSide
  } = {},
): Promise<string> {
  const { state = 'held', mentor = 'present', mentee = 'present', cancelledSide = null } = given
  const isRecorded = state === 'held' || state === 'no_show'
  const { municipality, id: programmeId, siteId } = pair.programme
  const at = Temporal.Instant.from(startsAt)
  return transact(house.ctx(), async ({ db }) => {
    const { id: meetingId } = await db
      .insertInto('meeting')
      .values({
        ...{ municipality, programmeId, siteId, type: 'meeting', state },
        ...{ startsAt: at, endsAt: at.add({ hours: 1 }), zone: 'Europe/Copenhagen' },
        localStart: at.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime(),
        ...{ createdBy: 'system', createdAt: at, cancelledSide },
        recordedAt: isRecorded ? at.add({ hours: 2 }) : null,
        recordedBy: isRecorded ? 'system' : null,
        cancelledAt: state === 'cancelled' ? at : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { matchId } = pair
    await db.insertInto('meetingMatch').values({ municipality, meetingId, matchId }).execute()
    for (const [{ personId }, attendance] of [
      [pair.mentor, mentor],
      [pair.mentee, mentee],
    ] as const)
      await db
        .insertInto('participant')
        .values({ municipality, meetingId, personId, attendance })
        .execute()
    return meetingId
  })
}
