import type { Insertable, Selectable, Transaction } from 'kysely'
import type { Channel, DB, Question, QuestionKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>
export type QuestionRow = Selectable<Question>

/** Inserts a question; undefined when the same one is open. */
export async function insertQuestion(
  db: Tx,
  question: Insertable<Question>,
): Promise<string | undefined> {
  const row = await db
    .insertInto('question')
    .values(question)
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'personId', 'matchId', 'meetingId'])
        .where('answeredAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Locked: otherwise two answers could each follow from the other's absence. */
export async function lockQuestion(db: Tx, id: string): Promise<QuestionRow> {
  return db
    .selectFrom('question')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markAnswered(
  db: Tx,
  id: string,
  given: { answer: object; by: string; channel: Channel | null; at: Temporal.Instant },
): Promise<void> {
  const { answer, by: answeredBy, channel, at: answeredAt } = given
  await db
    .updateTable('question')
    .set({ answer: JSON.stringify(answer), answeredBy, channel, answeredAt })
    .where('id', '=', id)
    .execute()
}

export async function markWithdrawn(
  db: Tx,
  about: { matchId: string } | { meetingId: string },
  kinds: readonly QuestionKind[],
  at: Temporal.Instant,
  answeredToo: boolean,
): Promise<void> {
  await db
    .updateTable('question')
    .set({ withdrawnAt: at })
    .where((eb) =>
      'matchId' in about
        ? eb('matchId', '=', about.matchId)
        : eb('meetingId', '=', about.meetingId),
    )
    .where('kind', 'in', kinds)
    .$if(!answeredToo, (query) => query.where('answeredAt', 'is', null))
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function markReminded(db: Tx, id: string, remindedAt: Temporal.Instant) {
  await db.updateTable('question').set({ remindedAt }).where('id', '=', id).execute()
}

export async function emptyAbout(db: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await db
    .updateTable('question')
    .set({ about: null })
    .where('about', 'is not', null)
    .where('matchId', 'in', (eb) =>
      eb
        .selectFrom('match')
        .select('id')
        .where((eb) =>
          eb.or([eb('mentorId', 'in', enrolmentIds), eb('menteeId', 'in', enrolmentIds)]),
        ),
    )
    .execute()
}
