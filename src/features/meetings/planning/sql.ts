import type { ExpressionBuilder, Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { bothParties, party } from '../../../db/parties.ts'
import type { DB, Meeting } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/**
 * The matches with these ids, with both people, and when they met last or are to meet; not found
 * unless all are the municipality's.
 */
export async function readMatchesToMeet(db: Tx, matchIds: readonly string[]) {
  const matches = await db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select([
      'match.id',
      'match.municipality',
      'match.programmeId',
      'match.state',
      'match.pausedUntil',
      'match.mentorId',
      'mentor.state as mentorState',
      'mentor.pausedUntil as mentorPausedUntil',
      'mentee.state as menteeState',
      'mentee.pausedUntil as menteePausedUntil',
      ...bothParties,
    ])
    .select(lastMeeting)
    .where('match.id', 'in', matchIds)
    .orderBy('match.id')
    .execute()
  if (matches.length !== new Set(matchIds).size) throw new Problem('not-found')
  return matches
}

/**
 * The people of the matches with these ids, with their weekly hours, and when each match met last or
 * is to meet; not found unless all matches are the municipality's. In one statement, since reading
 * it in two made finding times a third slower (`npm run bench:planning`).
 */
export async function listPeopleToMeet(db: Tx, matchIds: readonly string[]) {
  const rows = await db
    // Materialised: otherwise the last meeting is looked up once for each person.
    .with(
      (cte) => cte('chosen').materialized(),
      (db) =>
        db
          .selectFrom('match')
          .select(['match.id', 'match.municipality', 'match.mentorId', 'match.menteeId'])
          .select(lastMeeting)
          .where('match.id', 'in', matchIds),
    )
    .selectFrom('chosen')
    .innerJoin('enrolment', (join) =>
      join.on((on) =>
        on('enrolment.id', 'in', [on.ref('chosen.mentorId'), on.ref('chosen.menteeId')]),
      ),
    )
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select((eb) => [
      'chosen.id as matchId',
      'chosen.municipality',
      'chosen.lastMeeting',
      'person.id',
      'person.name',
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['availability.day', 'availability.starts', 'availability.ends'])
          .whereRef('availability.personId', '=', 'person.id'),
      ).as('hours'),
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const found = new Set(rows.map(({ matchId }) => matchId))
  if (found.size !== new Set(matchIds).size) throw new Problem('not-found')
  return rows
}

function lastMeeting(eb: ExpressionBuilder<DB, 'match'>) {
  return eb
    .selectFrom('meetingMatch')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select((eb) => eb.fn.max('meeting.startsAt').as('last'))
    .whereRef('meetingMatch.matchId', '=', 'match.id')
    .where('meeting.state', 'in', ['scheduled', 'held'])
    .as('lastMeeting')
}

export async function insertMeeting(
  db: Tx,
  meeting: Insertable<Meeting>,
  people: { matchIds: readonly string[]; personIds: readonly string[] },
): Promise<string> {
  const { municipality } = meeting
  const { id: meetingId } = await db
    .insertInto('meeting')
    .values(meeting)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('meetingMatch')
    .values(people.matchIds.map((matchId) => ({ municipality, meetingId, matchId })))
    .execute()
  await db
    .insertInto('participant')
    .values(people.personIds.map((personId) => ({ municipality, meetingId, personId })))
    .execute()
  return meetingId
}

export async function listMatchesToPlan(db: Tx) {
  return db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select(['match.id', ...bothParties])
    .where('match.state', 'in', ['accepted', 'active'])
    .orderBy('match.acceptedAt')
    .orderBy('match.id')
    .execute()
}

export async function emptyPlaces(db: Tx, personId: string): Promise<void> {
  await db
    .updateTable('meeting')
    .set({ placeText: '–' })
    .where('place', '=', 'elsewhere')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('meetingMatch')
        .innerJoin('match', 'match.id', 'meetingMatch.matchId')
        .innerJoin('enrolment', (join) =>
          join.on((on) =>
            on('enrolment.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')]),
          ),
        )
        .select('meetingMatch.meetingId')
        .where('enrolment.personId', '=', personId),
    )
    .execute()
}

/** Whether a pair has a meeting on a day that was not called off. */
export async function hasMeetingOn(
  db: Tx,
  matchId: string,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const found = await db
    .selectFrom('meetingMatch')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select('meeting.id')
    .where('meetingMatch.matchId', '=', matchId)
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.localStart', '>=', day.toPlainDateTime())
    .where('meeting.localStart', '<', day.add({ days: 1 }).toPlainDateTime())
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
