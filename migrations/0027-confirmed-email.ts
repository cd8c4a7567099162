import { type Kysely, sql } from 'kysely'

/** Whether somebody who wrote an e-mail address themselves has shown that it is theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter type link_purpose add value 'confirm-email'`.execute(db)
  await sql`alter table person add column email_unconfirmed_since timestamptz`.execute(db)
  await sql`comment on column person.email_unconfirmed_since is 'When the person wrote the address themselves, until they follow the link that was mailed to it; null where a coordinator vouches for it.'`.execute(
    db,
  )
}
