import { type Kysely, sql } from 'kysely'

/** A secret address from which a calendar fetches a person's, or a coordinator's, appointments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feed (
      id uuid primary key default uuidv7(),
      municipality text not null,
      person_id uuid unique,
      account_id uuid unique references account (id) on delete cascade,
      hash text not null unique,
      created_at timestamptz not null,
      check (num_nonnulls(person_id, account_id) = 1),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column calendar_feed.hash is 'SHA-256 of the token in the address; the token is shown once and not stored.'`.execute(
    db,
  )
  await sql`alter table calendar_feed enable row level security`.execute(db)
  await sql`alter table calendar_feed force row level security`.execute(db)
  await sql`create policy scope on calendar_feed
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)

  await sql`alter table interview add column changed_at timestamptz`.execute(db)
  await sql`comment on column interview.changed_at is 'When its sequence was raised last: the same in every copy of its calendar entry.'`.execute(
    db,
  )
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`update interview set changed_at = coalesce((select max(mail.created_at) from mail
    where mail.subject_id = interview.id and mail.kind = 'interview'), booked_at)`.execute(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  await sql`alter table interview alter column changed_at set not null`.execute(db)
}
