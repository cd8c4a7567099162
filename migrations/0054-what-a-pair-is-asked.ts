import { type Kysely, sql } from 'kysely'

/** Coordinators get a task when somebody does not say whether a pair goes on, or asks that it ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const kind of ['go_on_unanswered', 'closure_asked'])
    await sql`alter type task_kind add value ${sql.lit(kind)}`.execute(db)
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`update mail set kind = 'match-closed' where kind = 'match-ended'`.execute(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
}
