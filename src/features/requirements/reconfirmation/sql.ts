import { type Insertable, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { Answer, DB, Reconfirmation } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** Enrolments ready for as long as their programme says, without a match, an offer or a question. */
export async function listToAsk(db: Tx, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select enrolment.id from enrolment
    join programme on programme.id = enrolment.programme_id
    where ${inScope('enrolment')} and enrolment.state = 'ready'
      and enrolment.ready_since <= ${now}::timestamptz - make_interval(days => programme.reconfirm_after_days)
      and not exists (select from match where ${inScope('match')}
        and enrolment.id in (mentor_id, mentee_id) and state <> 'closed')
      and not exists (select from proposal where ${inScope('proposal')}
        and enrolment.id in (mentor_id, mentee_id) and state = 'offered')
      and not exists (
        select from reconfirmation as earlier where ${inScope('earlier')}
        and earlier.enrolment_id = enrolment.id and (
          (earlier.answer is null and earlier.lapsed_at is null) or
          earlier.asked_at > ${now}::timestamptz - make_interval(days => programme.reconfirm_after_days)))
    order by enrolment.id`.execute(db)
  return rows.map((row) => row.id)
}

/** Locks the enrolment, so that no offer is made while the question is asked. */
export async function lockEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('programme', 'programme.id', 'enrolment.programmeId')
    .select([
      'enrolment.id',
      'enrolment.municipality',
      'enrolment.personId',
      'enrolment.role',
      'enrolment.state',
      'person.emailInUse as email',
      'person.channel',
      'programme.reconfirmAnswerDays',
    ])
    .where('enrolment.id', '=', id)
    .forUpdate('enrolment')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Whether somebody has an open match or offer: then they no longer wait. */
export async function hasPair(db: Tx, enrolmentId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from match where ${inScope('match')}
        and ${enrolmentId} in (mentor_id, mentee_id) and state <> 'closed')
      or exists (select from proposal where ${inScope('proposal')}
        and ${enrolmentId} in (mentor_id, mentee_id) and state = 'offered') as found`.execute(db)
  return rows[0]!.found
}

export async function insertReconfirmation(
  db: Tx,
  reconfirmation: Insertable<Reconfirmation>,
): Promise<string> {
  const { id } = await db
    .insertInto('reconfirmation')
    .values(reconfirmation)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findLatest(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('reconfirmation')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function markAnswered(
  db: Tx,
  id: string,
  answer: { answer: Answer; by: string; at: Temporal.Instant },
) {
  await db
    .updateTable('reconfirmation')
    .set({
      answer: answer.answer,
      answeredBy: answer.by,
      answeredAt: answer.at,
      lapsedAt: null,
    })
    .where('id', '=', id)
    .execute()
}

/** Mailed questions whose time is up. A question to be asked by phone has no deadline. */
export async function listUnanswered(db: Tx, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('reconfirmation')
    .select('enrolmentId')
    .where('answer', 'is', null)
    .where('lapsedAt', 'is', null)
    .where('byMail', '=', true)
    .where('answerBy', '<=', now)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.enrolmentId)
}

export async function markLapsed(db: Tx, id: string, at: Temporal.Instant) {
  await db.updateTable('reconfirmation').set({ lapsedAt: at }).where('id', '=', id).execute()
}

export async function findLatestReason(db: Tx, enrolmentId: string): Promise<string | null> {
  const { reason } = await db
    .selectFrom('enrolmentTransition')
    .select('reason')
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return reason
}

export async function readQuestion(db: Tx, id: string) {
  return db
    .selectFrom('reconfirmation')
    .innerJoin('enrolment', 'enrolment.id', 'reconfirmation.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'reconfirmation.id',
      'reconfirmation.municipality',
      'reconfirmation.enrolmentId',
      'reconfirmation.answer',
      'reconfirmation.answerBy',
      'reconfirmation.lapsedAt',
      'enrolment.personId',
      'enrolment.role',
      'person.name',
    ])
    .where('reconfirmation.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
