import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** A pair that one is part of, locked, with the other; a pair of others is not found. */
export async function lockOwnPair(db: Tx, matchId: string, personId: string) {
  const match = await db
    .selectFrom('match')
    .select(['id', 'municipality', 'state', 'mentorId', 'menteeId'])
    .where('id', '=', matchId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  const parties = await db
    .selectFrom('enrolment')
    .select(['id', 'personId', 'role', 'state'])
    .where('id', 'in', [match.mentorId, match.menteeId])
    .execute()
  const own = parties.find((party) => party.personId === personId)
  const other = parties.find((party) => party.personId !== personId)
  if (own === undefined || other === undefined) throw new Problem('not-found')
  return { ...match, own, other }
}
