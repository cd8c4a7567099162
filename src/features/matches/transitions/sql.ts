import type { Insertable, Transaction, Updateable } from 'kysely'
import { wereBothThere } from '../../../db/parties.ts'
import type { DB, Match, MatchEpisode, MatchEvent, MatchState } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** Inserts a match that has not been opened yet. */
export async function insertMatch(
  db: Tx,
  match: Omit<Insertable<Match>, 'state' | 'version'>,
): Promise<string> {
  const { id } = await db
    .insertInto('match')
    .values({ ...match, state: 'closed', version: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * A match with its latest episode. Locked: otherwise two coordinators, or a yes and a no, could move
 * the same match at once.
 */
export async function lockMatch(db: Tx, id: string) {
  const match = await db
    .selectFrom('match')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  const episode = await db
    .selectFrom('matchEpisode')
    .selectAll()
    .where('matchId', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { ...match, episode }
}

export type LockedMatch = Awaited<ReturnType<typeof lockMatch>>

/** The open matches of an enrolment, locked in the order of their ids. */
export async function lockOpenMatches(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('match')
    .select(['id', 'mentorId', 'menteeId'])
    .where('state', '<>', 'closed')
    .where((eb) => eb.or([eb('mentorId', '=', enrolmentId), eb('menteeId', '=', enrolmentId)]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function insertEpisode(
  db: Tx,
  episode: Insertable<MatchEpisode>,
): Promise<{ id: string }> {
  return db.insertInto('matchEpisode').values(episode).returning('id').executeTakeFirstOrThrow()
}

export async function updateEpisode(db: Tx, id: string, changes: Updateable<MatchEpisode>) {
  if (Object.keys(changes).length === 0) return
  await db.updateTable('matchEpisode').set(changes).where('id', '=', id).execute()
}

export async function insertMatchEvent(db: Tx, event: Insertable<MatchEvent>) {
  await db.insertInto('matchEvent').values(event).execute()
}

/** Writes the state; every write raises the version. */
export async function markMoved(
  db: Tx,
  id: string,
  moved: { state: MatchState; pausedUntil: Temporal.PlainDate | null },
) {
  await db
    .updateTable('match')
    .set((eb) => ({ ...moved, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The meetings at which both of a match were present, in the order in which they were held. */
function meetingsOfBoth(db: Tx, matchId: string) {
  return db
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .select(['meeting.id', 'meeting.municipality', 'meeting.startsAt'])
    .where('match.id', '=', matchId)
    .where('meeting.state', '=', 'held')
    .where(wereBothThere)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
}

/** The first meeting in an episode at which both were. */
export async function findFirstMeeting(db: Tx, matchId: string, since: Temporal.Instant) {
  return meetingsOfBoth(db, matchId)
    .where('meeting.startsAt', '>=', since)
    .limit(1)
    .executeTakeFirst()
}

/** A meeting at which both of a match were; undefined when one was not. */
export async function readMeetingOfBoth(db: Tx, matchId: string, meetingId: string) {
  return meetingsOfBoth(db, matchId).where('meeting.id', '=', meetingId).executeTakeFirst()
}

/** The matches of a meeting, locked in the order of their ids before the meeting is. */
export async function lockMatchesOf(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('match')
    .select('match.id')
    .where('match.id', 'in', (eb) =>
      eb.selectFrom('meetingMatch').select('matchId').where('meetingId', '=', meetingId),
    )
    .orderBy('match.id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Paused matches whose pause ends on this day or earlier. */
export async function listPausedUntil(db: Tx, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('match')
    .select('id')
    .where('state', '=', 'paused')
    .where('pausedUntil', '<=', day)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
