import { type Kysely, sql } from 'kysely'

/** Sign-in of staff by OpenID Connect. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account
    add column oidc_issuer text,
    add column oidc_subject text,
    add constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
    add constraint account_by_oidc unique (oidc_issuer, oidc_subject)`.execute(db)
  await sql`comment on column account.oidc_subject is 'The colleague''s id at that issuer, independent of their address; null until they first sign in there.'`.execute(
    db,
  )
  await sql`
    create table oidc_attempt (
      state_hash text primary key,
      browser_hash text not null,
      purpose text not null check (purpose in ('sign-in', 'confirm')),
      session_id uuid references session (id) on delete set null,
      next text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`comment on table oidc_attempt is 'A sign-in at the issuer that a browser has begun. Only hashes are stored: a thief of the table cannot complete it.'`.execute(
    db,
  )
  await sql`comment on column oidc_attempt.session_id is 'The session to confirm or to replace.'`.execute(
    db,
  )
  await sql`alter table oidc_attempt enable row level security`.execute(db)
  await sql`alter table oidc_attempt force row level security`.execute(db)
  await sql`create policy scope on oidc_attempt
    using (in_scope(null)) with check (in_scope(null))`.execute(db)
}
