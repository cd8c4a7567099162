import { type Kysely, sql } from 'kysely'

/** An interview that moves replaces the one in the volunteer's calendar. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table interview add column sequence integer not null default 0`.execute(db)
  await sql`comment on column interview.sequence is 'Rises with every change, so that calendars take the change and not the older mail.'`.execute(
    db,
  )
}
