import { type Kysely, sql } from 'kysely'

/**
 * Secrets of authenticator apps are sealed before they are stored; at the next start, those stored
 * in clear.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`comment on column account.totp_secret is 'RFC 6238 secret, sealed for this row and column with a key outside the database; null until the second factor is set up.'`.execute(
    db,
  )
  await sql`comment on column account.totp_pending is 'The sealed secret of a second factor that is not confirmed by a code yet.'`.execute(
    db,
  )
}
