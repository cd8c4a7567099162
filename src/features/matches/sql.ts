import type { Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { listFirst } from '../../db/list-first.ts'
import { bothParties, isPartyOf, party } from '../../db/parties.ts'
import type { DB, Match } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

export async function insertMatch(db: Tx, match: Insertable<Match>): Promise<string> {
  const { id } = await db
    .insertInto('match')
    .values(match)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Locked: otherwise a meeting's record and a closing could change the same match at once. */
export async function lockMatch(db: Tx, id: string) {
  return db
    .selectFrom('match')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markActive(db: Tx, id: string, at: Temporal.Instant) {
  await db
    .updateTable('match')
    .set({ state: 'active', activeAt: at })
    .where('id', '=', id)
    .where('state', '=', 'accepted')
    .execute()
}

/** Closes every open match of an enrolment, because one of its parties left. */
export async function closeOpen(db: Tx, enrolmentId: string, at: Temporal.Instant) {
  return db
    .updateTable('match')
    .set((eb) => ({
      state: 'closed',
      closedAt: at,
      endReason: eb
        .case()
        .when('mentorId', '=', enrolmentId)
        .then('mentor-left')
        .else('mentee-left')
        .end(),
    }))
    .where('state', '<>', 'closed')
    .where((eb) => eb.or([eb('mentorId', '=', enrolmentId), eb('menteeId', '=', enrolmentId)]))
    .returning(['id', 'municipality', 'mentorId', 'menteeId'])
    .execute()
}

/** Inserts the topics of an agreement; a topic that is already there stays as it is. */
export async function insertAgreements(
  db: Tx,
  agreements: {
    municipality: string
    matchId: string
    topic: string
    agreedAt: Temporal.Instant
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
