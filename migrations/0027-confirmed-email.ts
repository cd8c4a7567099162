import { type Kysely, sql } from 'kysely'

/** Whether people who entered an e-mail address themselves have confirmed it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter type link_purpose add value 'confirm-email'`.execute(db)
  await sql`alter table person add column email_unconfirmed_since timestamptz`.execute(db)
  await sql`comment on column person.email_unconfirmed_since is 'Since when an address that the person entered waits for confirmation by its mailed link; null when confirmed or entered by a coordinator.'`.execute(
    db,
  )
}
