import { type Kysely, sql } from 'kysely'

/** A new address waits beside the one in use, and gets no mail but the one that asks about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column new_email text, add column new_email_since timestamptz`.execute(
    db,
  )
  await sql`comment on column person.new_email is
    'Takes the place of email once its reader follows the link that was mailed to it'`.execute(db)
}
