import type { Transaction, Updateable } from 'kysely'
import { party } from '../../../db/parties.ts'
import type { DB, Meeting, MeetingSide } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** The pairs that meet at a meeting, of whom both take part, and their people. */
export async function listPairs(
  db: Tx,
  meetingId: string,
): Promise<{ matchIds: string[]; personIds: string[] }> {
  const pairs = await db
    .selectFrom('meetingMatch')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .innerJoin('participant as one', (join) =>
      join
        .onRef('one.meetingId', '=', 'meetingMatch.meetingId')
        .onRef('one.personId', '=', 'mentor.personId'),
    )
    .innerJoin('participant as other', (join) =>
      join
        .onRef('other.meetingId', '=', 'meetingMatch.meetingId')
        .onRef('other.personId', '=', 'mentee.personId'),
    )
    .select(['match.id', 'mentor.personId as mentor', 'mentee.personId as mentee'])
    .where('meetingMatch.meetingId', '=', meetingId)
    .orderBy('match.id')
    .execute()
  return {
    matchIds: pairs.map(({ id }) => id),
    personIds: [...new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))].sort(),
  }
}

export async function listMatchIds(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingMatch')
    .select('matchId')
    .where('meetingId', '=', meetingId)
    .execute()
  return rows.map(({ matchId }) => matchId)
}

/** Writes the arrangement; with `movedAt` it is a move, which calendars and answers follow. */
export async function markMoved(
  db: Tx,
  id: string,
  arrangement: Updateable<Meeting>,
  movedAt: Temporal.Instant | undefined,
) {
  await db
    .updateTable('meeting')
    .set((eb) => ({
      ...arrangement,
      version: eb('version', '+', 1),
      ...(movedAt !== undefined && {
        ...{ movedAt, changedAt: movedAt, sequence: eb('sequence', '+', 1) },
      }),
    }))
    .where('id', '=', id)
    .execute()
}

/** The answers were to another time or place, and so was the reminder. */
export async function resetAnswers(db: Tx, meetingId: string) {
  await db
    .updateTable('participant')
    .set({
      answer: 'none',
      wishes: [],
      answeredAt: null,
      answeredBy: null,
      answerChannel: null,
      fastAnswer: false,
      remindedAt: null,
    })
    .where('meetingId', '=', meetingId)
    .execute()
}

export async function markCancelled(
  db: Tx,
  id: string,
  cancelled: {
    at: Temporal.Instant
    by: string
    side: MeetingSide
    reason: string
    noticeHours: number | null
  },
) {
  const { at, by, side, reason, noticeHours } = cancelled
  await db
    .updateTable('meeting')
    .set((eb) => ({
      ...{ state: 'cancelled', cancelledAt: at, cancelledBy: by, cancelledSide: side, noticeHours },
      ...{ cancelledReason: reason, changedAt: at },
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function insertPair(
  db: Tx,
  pair: { municipality: string; meetingId: string; matchId: string },
  personIds: readonly string[],
) {
  const { municipality, meetingId } = pair
  await db
    .insertInto('meetingMatch')
    .values(pair)
    .onConflict((c) => c.doNothing())
    .execute()
  if (personIds.length === 0) return
  await db
    .insertInto('participant')
    .values(personIds.map((personId) => ({ municipality, meetingId, personId })))
    .execute()
}

export async function deletePair(db: Tx, meetingId: string, matchId: string) {
  await db
    .deleteFrom('meetingMatch')
    .where('meetingId', '=', meetingId)
    .where('matchId', '=', matchId)
    .execute()
}

export async function markMatchMeeting(db: Tx, id: string) {
  await db.updateTable('meeting').set({ type: 'match_meeting' }).where('id', '=', id).execute()
}
