import { type Kysely, sql } from 'kysely'

/**
 * Who works a run holds it for some seconds and says so again and again: a process that is killed
 * says nothing more, and another takes the run up. The row is the queue.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run
    add column attempt smallint not null default 0,
    add column held_until timestamptz`.execute(db)
  await sql`comment on column match_run.attempt is 'How often it was taken up. Who took it up before may no longer write.'`.execute(
    db,
  )
  await sql`comment on column match_run.held_until is 'By the clock of the database: until then it is worked by somebody, unless they say so again.'`.execute(
    db,
  )
}
