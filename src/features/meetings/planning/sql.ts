import type { Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { bothParties, party } from '../../../db/parties.ts'
import type { DB, Meeting } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** The matches with these ids, with both people; not found unless all are the municipality's. */
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
    .where('match.id', 'in', matchIds)
    .orderBy('match.id')
    .execute()
  if (matches.length !== new Set(matchIds).size) throw new Problem('not-found')
  return matches
}

/** How many of these matches have held or planned a meeting. */
export async function countWithMeeting(db: Tx, matchIds: readonly string[]): Promise<number> {
  const { n } = await db
    .selectFrom('meetingMatch')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select((eb) => eb.fn.count<string>('meetingMatch.matchId').distinct().as('n'))
    .where('meetingMatch.matchId', 'in', matchIds)
    .where('meeting.state', 'in', ['scheduled', 'held'])
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** When a pair met last, or is to meet. */
export async function findLastMeeting(db: Tx, matchId: string) {
  return db
    .selectFrom('meetingMatch')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select('meeting.startsAt')
    .where('meetingMatch.matchId', '=', matchId)
    .where('meeting.state', 'in', ['scheduled', 'held'])
    .orderBy('meeting.startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** People with their names and weekly hours, in the order of the ids given. */
export async function listPeopleWithHours(db: Tx, personIds: readonly string[]) {
  const people = await db
    .selectFrom('person')
    .select((eb) => [
      'person.id',
      'person.name',
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['day', 'starts', 'ends'])
          .whereRef('availability.personId', '=', 'person.id')
          .orderBy('day')
          .orderBy('starts'),
      ).as('hours'),
    ])
    .where('person.id', 'in', personIds)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return people
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
