import type { Transaction } from 'kysely'
import { Problem } from '../problems.ts'
import type { DB } from './types.ts'

// The one order in which rows are locked that two people share: proposals, matches, enrolments, then
// meetings, each by id. Two operations that lock in different orders deadlock. What was read before
// locking is read again after.

type Tx = Transaction<DB>

/** An offer or match began while its parties were locked. The transaction is run again. */
class Overtaken extends Error {
  readonly code = '40001'
}

/**
 * Locks all that ends, pauses or goes on with some enrolments: their drafts and open offers, their open
 * matches, both parties of each, and the planned meetings of the people.
 */
export async function lockParts(db: Tx, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length === 0) return
  const proposals = await openProposals(db, enrolmentIds).forUpdate().execute()
  const matches = await openMatches(db, enrolmentIds).forUpdate().execute()
  const partyIds = [...proposals, ...matches].flatMap((pair) => [pair.mentorId, pair.menteeId])
  const people = await lockEnrolments(db, [...enrolmentIds, ...partyIds])
  const personIds = people.filter(({ id }) => enrolmentIds.includes(id)).map((one) => one.personId)
  if (personIds.length === 0) return
  await db
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('id', 'in', (eb) =>
      eb.selectFrom('participant').select('meetingId').where('personId', 'in', personIds),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const now = [
    ...(await openProposals(db, enrolmentIds).execute()),
    ...(await openMatches(db, enrolmentIds).execute()),
  ]
  const locked = new Set([...proposals, ...matches].map(({ id }) => id))
  if (now.some(({ id }) => !locked.has(id))) throw new Overtaken('a pair began meanwhile')
}

/** Locks matches and both parties of each. A match that is not there is not found. */
export async function lockMatches(db: Tx, matchIds: readonly string[]): Promise<void> {
  const matches = await db
    .selectFrom('match')
    .select(['id', 'mentorId', 'menteeId'])
    .where('id', 'in', matchIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (matches.length !== new Set(matchIds).size) throw new Problem('not-found')
  await lockEnrolments(
    db,
    matches.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
}

/** Locks the matches that meet at a meeting and both parties of each, before the meeting itself is. */
export async function lockPairsOfMeeting(db: Tx, meetingId: string): Promise<void> {
  const matches = await db
    .selectFrom('meetingMatch')
    .select('matchId')
    .where('meetingId', '=', meetingId)
    .execute()
  if (matches.length > 0)
    await lockMatches(
      db,
      matches.map(({ matchId }) => matchId),
    )
}

async function lockEnrolments(db: Tx, ids: readonly string[]) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'personId'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

function openProposals(db: Tx, enrolmentIds: readonly string[]) {
  return db
    .selectFrom('proposal')
    .select(['id', 'mentorId', 'menteeId'])
    .where('state', 'in', ['draft', 'offered'])
    .where((eb) => eb.or([eb('mentorId', 'in', enrolmentIds), eb('menteeId', 'in', enrolmentIds)]))
    .orderBy('id')
}

function openMatches(db: Tx, enrolmentIds: readonly string[]) {
  return db
    .selectFrom('match')
    .select(['id', 'mentorId', 'menteeId'])
    .where('state', '<>', 'closed')
    .where((eb) => eb.or([eb('mentorId', 'in', enrolmentIds), eb('menteeId', 'in', enrolmentIds)]))
    .orderBy('id')
}
