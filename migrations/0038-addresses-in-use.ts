import { type Kysely, sql } from 'kysely'

/**
 * Where mails go. An address that somebody gave for themselves when they registered may be another's:
 * until its reader says that it is right, it gets no mail but the one that asks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column email_in_use text
    generated always as (case when email_unconfirmed_since is null then email end) virtual`.execute(
    db,
  )
  await sql`comment on column person.email_in_use is
    'Where mails go; null while nobody has confirmed the address, and where there is none.'`.execute(
    db,
  )
}
