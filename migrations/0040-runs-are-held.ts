import { type Kysely, sql } from 'kysely'

/**
 * A worker holds a run by a lease that it renews: when a process is killed, the lease ends and
 * another takes the run up. The row is the queue.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run
    add column attempt smallint not null default 0,
    add column held_until timestamptz`.execute(db)
  await sql`comment on column match_run.attempt is 'How often a worker took it up. Only the latest attempt may write.'`.execute(
    db,
  )
  await sql`comment on column match_run.held_until is 'The end of the worker''s lease, by the clock of the database; the worker renews it.'`.execute(
    db,
  )
}
