import { type Kysely, sql } from 'kysely'

/** Meetings with their participants, and the outbox of all mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type meeting_type as enum ('match_meeting', 'meeting')`.execute(db)
  await sql`create type meeting_state as enum ('scheduled', 'held', 'cancelled', 'no_show')`.execute(
    db,
  )
  await sql`
    create table meeting (
      id uuid primary key default uuidv7(),
      municipality text not null,
      programme_id uuid not null,
      type meeting_type not null,
      state meeting_state not null default 'scheduled',
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      site_id uuid not null,
      sequence integer not null default 0,
      created_by text not null,
      created_at timestamptz not null,
      recorded_at timestamptz,
      check (ends_at > starts_at),
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id),
      foreign key (municipality, site_id) references site (municipality, id)
    )`.execute(db)
  await sql`comment on column meeting.sequence is 'Raised at every change, so that calendars replace the earlier invitation (RFC 5545).'`.execute(
    db,
  )
  await sql`create index meeting_by_programme on meeting (programme_id, starts_at)`.execute(db)
  await sql`
    create table meeting_match (
      municipality text not null,
      meeting_id uuid not null,
      match_id uuid not null,
      primary key (meeting_id, match_id),
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade,
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create index meeting_match_by_match on meeting_match (match_id)`.execute(db)
  await sql`create type attendance as enum ('unknown', 'present', 'absent_excused', 'absent')`.execute(
    db,
  )
  await sql`
    create table participant (
      municipality text not null,
      meeting_id uuid not null,
      person_id uuid not null,
      attendance attendance not null default 'unknown',
      primary key (meeting_id, person_id),
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create index participant_by_person on participant (person_id)`.execute(db)

  await sql`create type mail_state as enum ('pending', 'sending', 'sent', 'kept', 'refused', 'unknown', 'cancelled')`.execute(
    db,
  )
  await sql`
    create table mail (
      id uuid primary key default uuidv7(),
      municipality text,
      kind text not null,
      person_id uuid references person (id) on delete cascade,
      account_id uuid references account (id) on delete cascade,
      subject_id uuid,
      state mail_state not null default 'pending',
      attempts integer not null default 0,
      content jsonb,
      created_at timestamptz not null,
      handled_at timestamptz,
      check ((person_id is null) <> (account_id is null))
    )`.execute(db)
  await sql`comment on column mail.subject_id is 'The proposal, meeting or account the mail is about; the mail is composed from it when it is sent.'`.execute(
    db,
  )
  await sql`comment on column mail.content is 'Stored only when there is no mail server, so that staff can read the mail.'`.execute(
    db,
  )
  await sql`create index mail_by_person on mail (person_id)`.execute(db)
  await sql`create index mail_by_time on mail (created_at desc)`.execute(db)

  for (const table of ['meeting', 'meeting_match', 'participant'])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
