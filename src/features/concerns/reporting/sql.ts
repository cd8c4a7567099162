import type { Transaction } from 'kysely'
import { party } from '../../../db/parties.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function findEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .select(['municipality', 'programmeId', 'id as enrolmentId', 'personId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findMatch(db: Tx, id: string) {
  return pairs(db).where('match.id', '=', id).executeTakeFirst()
}

export async function findMeeting(db: Tx, id: string) {
  return db
    .selectFrom('meeting')
    .select(['municipality', 'programmeId', 'id as meetingId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The pairs of a meeting, by the mentor's name. */
export async function listPairsOfMeeting(db: Tx, meetingId: string) {
  return pairs(db)
    .innerJoin('meetingMatch', 'meetingMatch.matchId', 'match.id')
    .where('meetingMatch.meetingId', '=', meetingId)
    .orderBy('mentor.name')
    .orderBy('match.id')
    .execute()
}

/** The pairs a person is or was in, the newest first. */
export async function listPairsOf(db: Tx, personId: string) {
  return pairs(db)
    .where((eb) =>
      eb.or([eb('mentor.personId', '=', personId), eb('mentee.personId', '=', personId)]),
    )
    .orderBy('match.acceptedAt', 'desc')
    .orderBy('match.id')
    .execute()
}

export type PairRow = Awaited<ReturnType<typeof listPairsOf>>[number]

/** The programme a person joined last. */
export async function findProgrammeOf(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select(['municipality', 'programmeId'])
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

function pairs(db: Tx) {
  return db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select([
      'match.municipality',
      'match.programmeId',
      'match.id as matchId',
      'match.state',
      'mentor.personId as mentorPersonId',
      'mentor.name as mentorName',
      'mentee.personId as menteePersonId',
      'mentee.name as menteeName',
    ])
}
