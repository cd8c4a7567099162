import { type Kysely, sql } from 'kysely'

/** Which sessions also end at the issuer when their owner signs out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column by_issuer boolean not null default false`.execute(db)
  await sql`comment on column session.by_issuer is 'Begun or confirmed at the municipality''s issuer, where the browser has a session too.'`.execute(
    db,
  )
}
