import { type Kysely, sql } from 'kysely'

/** What is shared with authenticator apps is sealed before it is stored; at the start, what lay in clear. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`comment on column account.totp_secret is 'RFC 6238 secret, sealed with a key that the database does not know, for this row and column; null until the second factor is set up.'`.execute(
    db,
  )
  await sql`comment on column account.totp_pending is 'The same of a second factor that was not shown to work yet.'`.execute(
    db,
  )
}
