import { type Kysely, sql } from 'kysely'

/** A new address is stored beside the one in use, and gets only the mail that asks to confirm it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column new_email text, add column new_email_since timestamptz`.execute(
    db,
  )
  await sql`comment on column person.new_email is
    'Replaces email once its mailed link is followed'`.execute(db)
}
