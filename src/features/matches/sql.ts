import type { Transaction } from 'kysely'
import type { DB, EnrolmentRole } from '../../db/types.ts'

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

export async function markPhoneShared(db: Tx, id: string, party: EnrolmentRole, shares: boolean) {
  await db
    .updateTable('match')
    .set(party === 'mentor' ? { mentorSharesPhone: shares } : { menteeSharesPhone: shares })
    .where('id', '=', id)
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

/** A match as one of the two is told of it; undefined when they have been erased. */
export async function findPairOf(db: Tx, matchId: string, personId: string) {
  return db
    .selectFrom('match')
    .innerJoin('programme', 'programme.id', 'match.programmeId')
    .innerJoin('enrolment as own', (join) =>
      join.on((on) =>
        on.or([
          on('own.id', '=', on.ref('match.mentorId')),
          on('own.id', '=', on.ref('match.menteeId')),
        ]),
      ),
    )
    .leftJoin('enrolment as theirs', (join) =>
      join
        .on((on) =>
          on.or([
            on('theirs.id', '=', on.ref('match.mentorId')),
            on('theirs.id', '=', on.ref('match.menteeId')),
          ]),
        )
        .onRef('theirs.id', '<>', 'own.id'),
    )
    .leftJoin('person as other', 'other.id', 'theirs.personId')
    .select((eb) => [
      'match.state',
      'match.pausedUntil',
      'own.state as ownState',
      'other.name as otherName',
      'programme.asksToGoOn',
      eb
        .selectFrom('matchEpisode')
        .select((max) => max.fn.max('number').as('number'))
        .whereRef('matchEpisode.matchId', '=', 'match.id')
        .as('episode'),
    ])
    .where('match.id', '=', matchId)
    .where('own.personId', '=', personId)
    .executeTakeFirst()
}

/** Deletes what was agreed at a meeting, because it is recorded anew. */
export async function deleteAgreementsOf(db: Tx, meetingId: string) {
  await db.deleteFrom('agreement').where('meetingId', '=', meetingId).execute()
}
