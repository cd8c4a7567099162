import { sql, type Transaction } from 'kysely'
import type { Answer, DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Whether a programme asks each of a pair to go on after their first meeting. */
export async function asksToGoOn(db: Tx, programmeId: string): Promise<boolean> {
  const programme = await db
    .selectFrom('programme')
    .select('asksToGoOn')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return programme.asksToGoOn
}

/** Questions whether to go on, each with the match and the part in it of whom it asks. */
function fromGoOn(db: Tx) {
  return db
    .selectFrom('question')
    .innerJoin('match', 'match.id', 'question.matchId')
    .innerJoin('enrolment', (join) =>
      join
        .onRef('enrolment.personId', '=', 'question.personId')
        .on((on) => on('enrolment.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')])),
    )
    .where('question.kind', '=', 'go-on')
    .where('question.withdrawnAt', 'is', null)
}

/** What each of a pair is asked in an episode and has answered; withdrawn questions do not count. */
export async function listGoOn(db: Tx, matchId: string, since: Temporal.Instant) {
  return fromGoOn(db)
    .select([
      'question.id',
      'question.personId',
      'enrolment.id as enrolmentId',
      'enrolment.role',
      sql<Answer | null>`question.answer ->> 'goOn'`.as('answer'),
      'question.askedAt',
      'question.answerBy',
      'question.answeredAt',
    ])
    .where('question.matchId', '=', matchId)
    .where('question.askedAt', '>=', since)
    .orderBy('enrolment.role')
    .execute()
}

/** Whom of a pair a mail reaches. */
export async function listReachable(db: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .where('emailInUse', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Questions asked before a moment that nobody has answered, of matches that still wait for it. */
export async function listUnanswered(db: Tx, before: Temporal.Instant) {
  return fromGoOn(db)
    .select([
      'question.municipality',
      'question.askedAt',
      'match.id as matchId',
      'enrolment.id as enrolmentId',
    ])
    .where('question.askedAt', '<=', before)
    .where('question.answeredAt', 'is', null)
    .where('match.state', '<>', 'closed')
    .orderBy('question.id')
    .execute()
}

/** What a question mail says: the other's name, and until when to answer; nothing when it is not asked any more. */
export async function findQuestion(db: Tx, id: string) {
  return db
    .selectFrom('question')
    .innerJoin('match', 'match.id', 'question.matchId')
    .innerJoin('enrolment as mentor', 'mentor.id', 'match.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'match.menteeId')
    .innerJoin('person as other', (join) =>
      join
        .on((on) =>
          on.or([
            on('other.id', '=', on.ref('mentor.personId')),
            on('other.id', '=', on.ref('mentee.personId')),
          ]),
        )
        .onRef('other.id', '<>', 'question.personId'),
    )
    .select([
      'question.id',
      'question.municipality',
      'question.personId',
      'question.answerBy',
      'other.name as otherName',
    ])
    .where('question.id', '=', id)
    .where('question.answeredAt', 'is', null)
    .where('question.withdrawnAt', 'is', null)
    .executeTakeFirst()
}
