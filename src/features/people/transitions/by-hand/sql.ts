import type { Transaction } from 'kysely'
import type { DB } from '../../../../db/types.ts'
import { Problem } from '../../../../problems.ts'

type Tx = Transaction<DB>

export async function readEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'municipality', 'personId', 'role', 'state', 'pausedUntil'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/**
 * The open matches of an enrolment: who paused each last, if anybody did, and how the other party is.
 */
export async function listOpenMatches(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('match')
    .innerJoin('enrolment as other', (join) =>
      join.on((on) =>
        on.and([
          on('other.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')]),
          on('other.id', '<>', enrolmentId),
        ]),
      ),
    )
    .select((eb) => [
      'match.id',
      'match.state',
      'match.pausedUntil',
      'other.state as otherState',
      eb
        .selectFrom('matchEvent')
        .innerJoin('matchEpisode', 'matchEpisode.id', 'matchEvent.episodeId')
        .select('matchEvent.side')
        .whereRef('matchEpisode.matchId', '=', 'match.id')
        .where('matchEvent.kind', '=', 'paused')
        .orderBy('matchEvent.recordedAt', 'desc')
        .orderBy('matchEvent.id', 'desc')
        .limit(1)
        .as('pausedBy'),
    ])
    .where('match.state', '<>', 'closed')
    .where((eb) =>
      eb.or([eb('match.mentorId', '=', enrolmentId), eb('match.menteeId', '=', enrolmentId)]),
    )
    .orderBy('match.id')
    .execute()
}
export type OpenMatch = Awaited<ReturnType<typeof listOpenMatches>>[number]

/** Enrolments whose pause ends on this day or earlier. */
export async function listPausedUntil(db: Tx, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('state', '=', 'paused')
    .where('pausedUntil', '<=', day)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function readNames(db: Tx, ids: readonly string[]) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'person.name'])
    .where('enrolment.id', 'in', ids)
    .execute()
}
