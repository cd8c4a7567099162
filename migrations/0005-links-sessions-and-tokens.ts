import { type Kysely, sql } from 'kysely'

/** Ways to authenticate besides a password: links in mails, browser sessions, tokens of REST clients. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type link_purpose as enum ('set-up', 'sign-in', 'invitation', 'answer')`.execute(
    db,
  )
  await sql`
    create table mailed_link (
      hash text primary key,
      purpose link_purpose not null,
      municipality text,
      account_id uuid references account (id) on delete cascade,
      person_id uuid references person (id) on delete cascade,
      proposal_id uuid references proposal (id) on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`comment on table mailed_link is 'A link in a mail, with one purpose. Only the SHA-256 of its token is stored.'`.execute(
    db,
  )
  await sql`
    create table session (
      hash text primary key,
      account_id uuid references account (id) on delete cascade,
      person_id uuid references person (id) on delete cascade,
      municipality text,
      epoch integer not null default 0,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      check ((person_id is null) <> (account_id is null))
    )`.execute(db)
  await sql`
    create table api_token (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      name text not null,
      scopes text[] not null,
      created_by text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      last_used_on date
    )`.execute(db)
  await sql`comment on table api_token is 'The row of a signed token: without it, or once revoked, the token is invalid despite its signature.'`.execute(
    db,
  )
}
