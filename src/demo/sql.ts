import type { Transaction } from 'kysely'
import type { DB } from '../db/types.ts'

/** A person by name; the demo's names are invented and unique. */
export async function findPersonByName(db: Transaction<DB>, name: string) {
  return db.selectFrom('person').select('id').where('name', '=', name).limit(1).executeTakeFirst()
}

export async function findAccountByEmail(db: Transaction<DB>, email: string) {
  return db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()
}

export async function countProgrammes(db: Transaction<DB>): Promise<number> {
  const { n } = await db
    .selectFrom('programme')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The next meeting of a municipality, to which the demo's clock can be moved. */
export async function findNextMeeting(db: Transaction<DB>, municipality: string) {
  return db
    .selectFrom('meeting')
    .select(['startsAt', 'endsAt'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'scheduled')
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
}

/** A mentor who has a meeting ahead. */
export async function findMentorWithMeeting(
  db: Transaction<DB>,
  municipality: string,
  now: Temporal.Instant,
) {
  return db
    .selectFrom('match')
    .innerJoin('enrolment', 'enrolment.id', 'match.mentorId')
    .innerJoin('meetingMatch', 'meetingMatch.matchId', 'match.id')
    .innerJoin('meeting', 'meeting.id', 'meetingMatch.meetingId')
    .select('enrolment.personId')
    .where('match.municipality', '=', municipality)
    .where('match.state', '=', 'active')
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.startsAt', '>', now)
    .orderBy('meeting.startsAt')
    .limit(1)
    .executeTakeFirst()
}

export async function findLatestEntry(db: Transaction<DB>): Promise<Temporal.Instant | undefined> {
  const entry = await db
    .selectFrom('auditEntry')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry?.at
}

export async function listDrafts(db: Transaction<DB>, runId: string) {
  return db.selectFrom('proposal').select('id').where('runId', '=', runId).orderBy('id').execute()
}
