import { type Kysely, sql } from 'kysely'

/** Progress within a phase of a run, since a phase of a large run takes minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run add column percent smallint check (percent between 0 and 100)`.execute(
    db,
  )
  await sql`comment on column match_run.percent is 'How much of the phase is done; null when unknown.'`.execute(
    db,
  )
}
