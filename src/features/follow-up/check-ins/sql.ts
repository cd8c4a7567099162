import { type Insertable, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { CheckIn, DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** Locked: otherwise a check could be made beside the check-in that answers it. */
export async function lockMatch(db: Tx, id: string) {
  return db
    .selectFrom('match')
    .select(['id', 'municipality', 'state', 'mentorId', 'menteeId', 'acceptedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function insertCheckIn(db: Tx, checkIn: Insertable<CheckIn>): Promise<string> {
  const { id } = await db
    .insertInto('checkIn')
    .values(checkIn)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The check-ins of a pair, the latest first. */
export async function listCheckIns(db: Tx, matchId: string) {
  return db
    .selectFrom('checkIn')
    .select(['id', 'mentorId', 'menteeId', 'way', 'goes', 'note', 'happenedOn'])
    .where('matchId', '=', matchId)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
export type CheckInRow = Awaited<ReturnType<typeof listCheckIns>>[number]

/** Empties the notes about every pair that one of the enrolments is part of. */
export async function emptyNotes(db: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await sql`update check_in set note = null from match
    where ${inScope('check_in')} and ${inScope('match')} and check_in.match_id = match.id
      and (match.mentor_id = any(${[...enrolmentIds]}::uuid[])
        or match.mentee_id = any(${[...enrolmentIds]}::uuid[]))`.execute(db)
}
