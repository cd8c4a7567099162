import type { Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { listFirst } from '../../db/list-first.ts'
import { bothParties, isPartyOf, party } from '../../db/parties.ts'
import type { DB } from '../../db/types.ts'

type Tx = Transaction<DB>

/** The people of some matches, locked in the order of their enrolments' ids. */
export async function lockParties(
  db: Tx,
  matches: readonly { mentorId: string; menteeId: string }[],
) {
  const ids = matches.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  if (ids.length === 0) return []
  return db
    .selectFrom('enrolment')
    .select(['id', 'personId', 'role', 'state', 'capacity'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Inserts the topics of an agreement; a topic that is already there stays as it is. */
export async function insertAgreements(
  db: Tx,
  agreements: {
    municipality: string
    matchId: string
    topic: string
    meetingId: string
    agreedOn: Temporal.PlainDate
    recordedAt: Temporal.Instant
  }[],
) {
  if (agreements.length === 0) return
  await db
    .insertInto('agreement')
    .values(agreements)
    .onConflict((conflict) => conflict.columns(['matchId', 'topic']).doNothing())
    .execute()
}

/** Whether a person was one party of a match that is closed. */
export async function isFormerParty(db: Tx, matchId: string, personId: string) {
  const pair = db
    .selectFrom('match')
    .select(['mentorId', 'menteeId'])
    .where('id', '=', matchId)
    .where('state', '=', 'closed')
    .as('pair')
  return isPartyOf(db, pair, personId)
}

/** Deletes what was agreed at a meeting, because it is recorded anew. */
export async function deleteAgreementsOf(db: Tx, meetingId: string) {
  await db.deleteFrom('agreement').where('meetingId', '=', meetingId).execute()
}

/** Open matches with both names, agreements and meetings, newest first. */
export async function listMatches(db: Tx) {
  const open = db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select((eb) => [
      'match.id',
      'match.state',
      'match.acceptedAt',
      ...bothParties,
      jsonArrayFrom(
        eb
          .selectFrom('agreement')
          .select('topic')
          .whereRef('agreement.matchId', '=', 'match.id')
          .orderBy('topic'),
      ).as('agreements'),
      jsonArrayFrom(
        eb
          .selectFrom('meetingMatch')
          .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
          .select(['meeting.id', 'meeting.state', 'meeting.type'])
          .whereRef('meetingMatch.matchId', '=', 'match.id')
          .orderBy('meeting.startsAt'),
      ).as('meetings'),
    ])
    .where('match.state', '<>', 'closed')
    .orderBy('match.acceptedAt', 'desc')
    .orderBy('match.id')
  return listFirst(open)
}
