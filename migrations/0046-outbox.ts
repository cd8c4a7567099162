import { type Kysely, sql } from 'kysely'

/**
 * The outbox is worked in batches. When a mail is due, how often it was tried and whose turn it is stand
 * in its own row; one duty sends all that are due.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type mail_medium as enum ('mail', 'sms')`.execute(db)
  await sql`
    alter table mail
      add column medium mail_medium not null default 'mail',
      add column recipient uuid not null generated always as (coalesce(person_id, account_id)) stored,
      add column urgent boolean not null default false,
      add column since timestamptz,
      add column due_at timestamptz,
      add column failures integer not null default 0,
      add column left_at timestamptz,
      add column unknown_at timestamptz`.execute(db)
  const comments = {
    medium: 'How it goes out; decided anew each time it is composed.',
    recipient: 'The person or the account: mails to one leave one after the other.',
    urgent: 'Somebody waits for it, as for a link to sign in: it waits for no other.',
    since:
      'When it was first due, or sent again by hand: the order of causes, and the start of its tries.',
    due_at: 'When it is tried next, while it is pending.',
    failures: 'How often in a row it did not go out: decides how long it waits.',
    left_at:
      'When the server may have taken it without a word that reached us: the reader may have it.',
    unknown_at:
      'When the connection was lost after the whole mail was handed over. It is sent again once, under the same Message-ID.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column mail.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`update mail set since = created_at, due_at = created_at`.execute(db)
  await sql`
    update mail set since = duty.since, due_at = duty.due_at, failures = duty.failures
    from duty where duty.name = 'mail' and duty.subject_id = mail.id`.execute(db)
  await sql`delete from duty where name = 'mail'`.execute(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  await sql`alter table mail
    alter column since set not null, alter column since set default now(),
    alter column due_at set not null, alter column due_at set default now()`.execute(db)
  await sql`create index mail_due on mail (urgent desc, due_at, id) where state = 'pending'`.execute(
    db,
  )
  await sql`create index mail_unsettled on mail (recipient, since, id)
    where state in ('pending', 'sending')`.execute(db)
  await sql`alter table duty drop column mail_id`.execute(db)
}
