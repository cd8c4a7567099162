import { type Kysely, sql } from 'kysely'

/** A coordinator takes over where a question to a pair was not answered, or the answer was not good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const kind of ['meeting_unrecorded', 'pair_not_well'])
    await sql`alter type task_kind add value ${sql.lit(kind)}`.execute(db)
}
