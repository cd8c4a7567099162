import { type Insertable, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { bothParties, party } from '../../../db/parties.ts'
import type { DB, Meeting } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

const beginning = sql<Temporal.Instant>`lower(during)`
const end = sql<Temporal.Instant>`upper(during)`

/** Some matches, both people of each, and their states. */
export async function readMatchesToMeet(db: Tx, matchIds: readonly string[]) {
  const matches = await db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select([
      'match.id',
      'match.municipality',
      'match.programmeId',
      'match.mentorId',
      'match.state',
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

/** People with their weekly hours, what they are booked for, and when they are away. */
export async function readAttendees(db: Tx, personIds: readonly string[]) {
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
    .orderBy('person.id')
    .execute()
  const bookings = await db
    .selectFrom('booking')
    .select(['holder', beginning.as('startsAt'), end.as('endsAt')])
    .where('holder', 'in', personIds)
    .orderBy('during')
    .execute()
  const away = await db
    .selectFrom('availabilityException')
    .select(['personId', 'startsOn', 'endsBefore'])
    .where('personId', 'in', personIds)
    .orderBy('startsOn')
    .execute()
  return people.map((person) => {
    const absences = away
      .filter((days) => days.personId === person.id)
      .map(({ startsOn, endsBefore }) => ({
        startsAt: startsOn.toZonedDateTime(zone).toInstant(),
        endsAt: endsBefore.toZonedDateTime(zone).toInstant(),
      }))
    const booked = bookings.filter(({ holder }) => holder === person.id)
    return { ...person, away: absences, busy: [...absences, ...booked] }
  })
}

/** How many meetings these matches have held or planned. */
export async function countMeetings(db: Tx, matchIds: readonly string[]): Promise<number> {
  const { n } = await db
    .selectFrom('meetingMatch')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('meetingMatch.matchId', 'in', matchIds)
    .where('meeting.state', 'in', ['scheduled', 'held'])
    .executeTakeFirstOrThrow()
  return Number(n)
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
    .where('match.state', '<>', 'closed')
    .orderBy('match.acceptedAt')
    .orderBy('match.id')
    .execute()
}
