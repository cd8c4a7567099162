import type { Transaction } from 'kysely'
import { bothParties, party } from '../../db/parties.ts'
import type { DB } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** A pair with both names. */
export async function readPair(db: Tx, matchId: string) {
  return db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select(['match.id', 'match.state', ...bothParties])
    .where('match.id', '=', matchId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
