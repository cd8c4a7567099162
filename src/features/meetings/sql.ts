import type { Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { listFirst } from '../../db/list-first.ts'
import { bothParties, party } from '../../db/parties.ts'
import type { Attendance, DB, Meeting, MeetingState } from '../../db/types.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** The open matches with these ids, with both people; others are not found. */
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
      ...bothParties,
    ])
    .where('match.id', 'in', matchIds)
    .where('match.state', '<>', 'closed')
    .orderBy('match.id')
    .execute()
  if (matches.length !== new Set(matchIds).size) throw new Problem('not-found')
  return matches
}

/**
 * People with their weekly hours and planned meetings. Locked in the order of their ids: otherwise
 * two simultaneous plans would both find the same hour free.
 */
export async function lockAttendees(db: Tx, personIds: readonly string[]) {
  await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  return readAttendees(db, personIds)
}

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
  const meetings = await db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .select(['participant.personId', 'meeting.startsAt', 'meeting.endsAt'])
    .where('participant.personId', 'in', personIds)
    .where('meeting.state', '=', 'scheduled')
    .orderBy('meeting.startsAt')
    .execute()
  const away = await db
    .selectFrom('availabilityException')
    .select(['personId', 'startsOn', 'endsBefore'])
    .where('personId', 'in', personIds)
    .orderBy('startsOn')
    .execute()
  return people.map((person) => ({
    ...person,
    busy: [
      ...meetings.filter((meeting) => meeting.personId === person.id),
      ...away
        .filter((days) => days.personId === person.id)
        .map(({ startsOn, endsBefore }) => ({
          startsAt: startsOn.toZonedDateTime(zone).toInstant(),
          endsAt: endsBefore.toZonedDateTime(zone).toInstant(),
        })),
    ],
  }))
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

/** Locked: otherwise two coordinators could record different outcomes. */
export async function lockMeeting(db: Tx, id: string) {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markRecorded(db: Tx, id: string, state: MeetingState, at: Temporal.Instant) {
  await db.updateTable('meeting').set({ state, recordedAt: at }).where('id', '=', id).execute()
}

export async function markAttendance(
  db: Tx,
  meetingId: string,
  personIds: readonly string[],
  attendance: Attendance,
) {
  if (personIds.length === 0) return
  await db
    .updateTable('participant')
    .set({ attendance })
    .where('meetingId', '=', meetingId)
    .where('personId', 'in', personIds)
    .execute()
}

/** Locked: otherwise a meeting could be recorded while a participant leaves it. */
export async function listMeetingsAhead(db: Tx, personId: string, now: Temporal.Instant) {
  return db
    .selectFrom('meeting')
    .innerJoin('participant', 'participant.meetingId', 'meeting.id')
    .select(['meeting.id', 'meeting.municipality'])
    .where('participant.personId', '=', personId)
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.startsAt', '>', now)
    .orderBy('meeting.id')
    .forUpdate()
    .execute()
}

export async function deleteFromMeeting(db: Tx, meetingId: string, personId: string) {
  await db
    .deleteFrom('participant')
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute()
}

/** Participants who have no open match in the meeting. */
export async function listUnmatchedParticipants(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meetingMatch')
            .innerJoin('match', 'match.id', 'meetingMatch.matchId')
            .innerJoin('enrolment', (join) =>
              join.on((on) =>
                on.or([
                  on('enrolment.id', '=', on.ref('match.mentorId')),
                  on('enrolment.id', '=', on.ref('match.menteeId')),
                ]),
              ),
            )
            .select('match.id')
            .whereRef('meetingMatch.meetingId', '=', 'participant.meetingId')
            .whereRef('enrolment.personId', '=', 'participant.personId')
            .where('match.state', '<>', 'closed'),
        ),
      ),
    )
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Calendars apply an update only when its sequence is higher than the last. */
export async function raiseSequence(db: Tx, id: string): Promise<void> {
  await db
    .updateTable('meeting')
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Cancels a meeting that has no open match left; returns whether it did. */
export async function cancelWithoutMatch(
  db: Tx,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('meeting')
    .set((eb) => ({ state: 'cancelled', sequence: eb('sequence', '+', 1), recordedAt: at }))
    .where('id', '=', id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meetingMatch')
            .innerJoin('match', 'match.id', 'meetingMatch.matchId')
            .select('match.id')
            .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
            .where('match.state', '<>', 'closed'),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function listMeetings(db: Tx) {
  return listFirst(meetings(db).orderBy('meeting.startsAt', 'desc').orderBy('meeting.id'))
}

export async function readMeeting(db: Tx, id: string) {
  return meetings(db)
    .where('meeting.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type MeetingRow = Awaited<ReturnType<typeof readMeeting>>

function meetings(db: Tx) {
  return db
    .selectFrom('meeting')
    .innerJoin('site', 'site.id', 'meeting.siteId')
    .selectAll('meeting')
    .select((eb) => [
      'site.name as siteName',
      'site.address as siteAddress',
      jsonArrayFrom(
        eb
          .selectFrom('participant')
          .innerJoin('person', 'person.id', 'participant.personId')
          .select(['person.id', 'person.name', 'participant.attendance'])
          .whereRef('participant.meetingId', '=', 'meeting.id')
          .orderBy('person.name')
          .orderBy('person.id'),
      ).as('participants'),
      jsonArrayFrom(
        eb
          .selectFrom('meetingMatch')
          .innerJoin('match', 'match.id', 'meetingMatch.matchId')
          .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
          .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
          .select(['match.id', 'mentor.name as mentorName', 'mentee.name as menteeName'])
          .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
          .orderBy('match.id'),
      ).as('matches'),
    ])
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

/** What a mail to a current or former participant says about the meeting. */
export async function readInvitation(db: Tx, meetingId: string, personId: string) {
  return db
    .selectFrom('meeting')
    .innerJoin('person', 'person.municipality', 'meeting.municipality')
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.meetingId', '=', 'meeting.id')
        .onRef('participant.personId', '=', 'person.id'),
    )
    .innerJoin('site', 'site.id', 'meeting.siteId')
    .innerJoin('municipality', 'municipality.code', 'meeting.municipality')
    .select([
      'meeting.id',
      'meeting.state',
      'meeting.type',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.sequence',
      'meeting.createdAt',
      'participant.personId as takesPart',
      'person.name',
      'person.emailInUse as email',
      'person.locale',
      'site.name as siteName',
      'site.address as siteAddress',
      'municipality.name as municipalityName',
    ])
    .where('meeting.id', '=', meetingId)
    .where('person.id', '=', personId)
    .executeTakeFirst()
}
export type InvitationRow = NonNullable<Awaited<ReturnType<typeof readInvitation>>>
