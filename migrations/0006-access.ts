import { type Kysely, sql } from 'kysely'

/** The second factor, failed attempts, and row-level security on the tables that had none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account
    add column totp_secret text,
    add column totp_step bigint,
    add column totp_pending text`.execute(db)
  await sql`comment on column account.totp_secret is 'RFC 6238 secret in base32; null until the second factor is set up.'`.execute(
    db,
  )
  await sql`comment on column account.totp_step is 'The latest time step whose code was used: a code works once.'`.execute(
    db,
  )
  await sql`
    create table recovery_code (
      account_id uuid not null references account (id) on delete cascade,
      hash text not null,
      created_at timestamptz not null,
      primary key (account_id, hash)
    )`.execute(db)
  await sql`comment on table recovery_code is 'Replacements for a lost second factor, each valid once. Only the SHA-256 is stored.'`.execute(
    db,
  )

  await sql`alter table session
    add column id uuid not null default uuidv7() unique,
    add column verified_at timestamptz,
    add column device text`.execute(db)
  await sql`comment on column session.verified_at is 'When the owner last authenticated with every factor; null while the second factor is missing, when the session gives no access.'`.execute(
    db,
  )
  await sql`comment on column session.device is 'The browser as it names itself, so that the owner can tell sessions apart.'`.execute(
    db,
  )
  await sql`create index session_by_account on session (account_id)`.execute(db)

  await sql`
    create table attempt (
      id uuid primary key default uuidv7(),
      key text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`comment on table attempt is 'Attempts that may be guessing: counted here so that all instances count together. The key is a hash.'`.execute(
    db,
  )
  await sql`create index attempt_by_key on attempt (key, at)`.execute(db)
  await sql`
    create table known_device (
      hash text primary key,
      account_id uuid not null references account (id) on delete cascade,
      seen_at timestamptz not null
    )`.execute(db)
  await sql`comment on table known_device is 'A browser that has signed in: failed attempts elsewhere do not lock it out.'`.execute(
    db,
  )

  const municipal = ['site', 'account', 'session', 'mailed_link', 'api_token', 'mail']
  for (const table of municipal) {
    await force(db, table)
    await sql
      .raw(
        `create policy scope on ${table}
          using (in_scope(municipality)) with check (in_scope(municipality))`,
      )
      .execute(db)
  }
  // People who register read the programme; only its own municipality may change it.
  await force(db, 'programme')
  await force(db, 'programme_area')
  await sql`create policy everyone on programme for select using (true)`.execute(db)
  await sql`create policy everyone on programme_area for select using (true)`.execute(db)
  await sql`create policy scope on programme
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
  await sql`create policy scope on programme_area
    using (in_scope((select owner.municipality from programme as owner where owner.id = programme_id)))
    with check (in_scope((select owner.municipality from programme as owner where owner.id = programme_id)))`.execute(
    db,
  )
  // Tables without a municipality: only the system may use them.
  for (const table of ['recovery_code', 'attempt', 'known_device']) {
    await force(db, table)
    await sql
      .raw(`create policy scope on ${table} using (in_scope(null)) with check (in_scope(null))`)
      .execute(db)
  }
}

async function force(db: Kysely<unknown>, table: string): Promise<void> {
  await sql.raw(`alter table ${table} enable row level security`).execute(db)
  await sql.raw(`alter table ${table} force row level security`).execute(db)
}
