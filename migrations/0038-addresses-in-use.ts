import { type Kysely, sql } from 'kysely'

/**
 * The address that mails go to. An address that a person entered at registration may be another's:
 * until confirmed, it gets only the mail that asks for confirmation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column email_in_use text
    generated always as (case when email_unconfirmed_since is null then email end) virtual`.execute(
    db,
  )
  await sql`comment on column person.email_in_use is
    'The address that mails go to; null when there is none or it is not confirmed.'`.execute(db)
}
