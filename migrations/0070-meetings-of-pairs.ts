import { type Kysely, sql } from 'kysely'

/** One of a pair proposes a meeting, and the other answers it as a question. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter type question_kind add value 'meet'`.execute(db)
  await sql`alter table question add column about jsonb`.execute(db)
  await sql`comment on column question.about is 'The time and place of a proposed meeting; null for other kinds.'`.execute(
    db,
  )
}
