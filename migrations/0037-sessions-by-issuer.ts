import { type Kysely, sql } from 'kysely'

/** Which sessions end with the issuer too when their owner signs out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column by_issuer boolean not null default false`.execute(db)
  await sql`comment on column session.by_issuer is 'Begun, or confirmed, with the municipality''s own sign-in: the browser has a session there as well.'`.execute(
    db,
  )
}
