import { type Kysely, sql } from 'kysely'

/** A moved interview replaces the entry in the volunteer's calendar. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table interview add column sequence integer not null default 0`.execute(db)
  await sql`comment on column interview.sequence is 'Rises with every change, so that calendars keep the latest.'`.execute(
    db,
  )
}
