import { type Kysely, sql } from 'kysely'

/** Runs are queued, show their progress and can be cancelled, since a large pool takes a while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type match_run_state as enum ('queued', 'running', 'done', 'cancelled', 'failed')`.execute(
    db,
  )
  await sql`alter table match_run
    alter column result drop not null,
    add column state match_run_state not null default 'done',
    add column phase text,
    add column finished_at timestamptz`.execute(db)
  await sql`alter table match_run alter column state drop default`.execute(db)
  await sql`comment on column match_run.phase is 'What the core is doing: prepare, score, solve, verify or count.'`.execute(
    db,
  )
  // One at a time: a second run would propose the same people again.
  await sql`create unique index match_run_in_progress on match_run (programme_id)
    where state in ('queued', 'running')`.execute(db)
}
