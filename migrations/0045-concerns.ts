import { type Kysely, sql } from 'kysely'

/** Concerns about a pair: only the two colleagues whom the programme has named read them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepConcerns(db)
  await restrictConcerns(db)
  await pointTasks(db)
  await restrictRecord(db)
}

async function keepConcerns(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table concern_reader (
      municipality text not null,
      programme_id uuid not null,
      account_id uuid not null references account (id) on delete cascade,
      named_at timestamptz not null,
      primary key (programme_id, account_id),
      foreign key (municipality, programme_id) references programme (municipality, id)
    )`.execute(db)
  await sql`comment on table concern_reader is 'The two colleagues who read a programme’s concerns.'`.execute(
    db,
  )
  await sql`create index concern_reader_by_account on concern_reader (account_id)`.execute(db)
  await sql`create type concern_state as enum ('new', 'followed_up', 'closed')`.execute(db)
  await sql`
    create table concern (
      id uuid primary key,
      municipality text not null,
      programme_id uuid not null,
      enrolment_id uuid,
      match_id uuid,
      meeting_id uuid,
      reporter_person_id uuid,
      reporter_account_id uuid references account (id) on delete set null,
      text text not null check (text like 'sealed:%'),
      state concern_state not null default 'new',
      halted_at timestamptz,
      reported_at timestamptz not null,
      closed_at timestamptz,
      check ((state = 'closed') = (closed_at is not null)),
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id),
      foreign key (municipality, enrolment_id) references enrolment (municipality, id)
        on delete set null (enrolment_id),
      foreign key (municipality, match_id) references match (municipality, id)
        on delete set null (match_id),
      foreign key (municipality, meeting_id) references meeting (municipality, id)
        on delete set null (meeting_id),
      foreign key (municipality, reporter_person_id) references person (municipality, id)
        on delete set null (reporter_person_id)
    )`.execute(db)
  await sql`create type concern_step_kind as enum ('done', 'authority_notified', 'halted', 'closed', 'reopened')`.execute(
    db,
  )
  await sql`
    create table concern_step (
      id uuid primary key,
      municipality text not null,
      concern_id uuid not null,
      kind concern_step_kind not null,
      text text check (text like 'sealed:%'),
      happened_on date not null,
      recorded_at timestamptz not null,
      account_id uuid references account (id) on delete set null,
      foreign key (municipality, concern_id) references concern (municipality, id) on delete cascade
    )`.execute(db)
  const comments = {
    'concern.enrolment_id': 'Whose page a colleague reported it from.',
    'concern.reporter_person_id':
      'The mentor or mentee who reported it; null when a colleague did, or once they are erased.',
    'concern.text': 'Sealed for this row and column with a key outside the database.',
    'concern.halted_at': 'When the meetings of the pair were cancelled because of it.',
    'concern_step.text': 'Sealed for this row and column with a key outside the database.',
    'concern_step.happened_on': 'When it was done, in Denmark; recorded_at is when it was written.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column ${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  for (const column of [
    'enrolment_id',
    'match_id',
    'meeting_id',
    'reporter_person_id',
    'programme_id',
  ])
    await sql`create index ${sql.ref(`concern_by_${column}`)} on concern (${sql.ref(column)})`.execute(
      db,
    )
  await sql`create index concern_step_by_concern on concern_step (concern_id)`.execute(db)
}

/** `app.account` and `app.person` say who acts; a transaction sets them from its actor. */
async function restrictConcerns(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function reads_concerns(town text, programme uuid) returns boolean language sql stable as $$
      select current_setting('app.municipality', true) = '*' or exists (
        select from concern_reader as named
        where named.municipality = town
          and named.programme_id = coalesce(programme, named.programme_id)
          and named.account_id::text = current_setting('app.account', true))
    $$`.execute(db)
  await sql`comment on function reads_concerns(text, uuid) is 'True for those whom the programme has named to read its concerns, or any programme of the municipality, and for the system.'`.execute(
    db,
  )
  for (const table of ['concern_reader', 'concern', 'concern_step']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }
  await sql`create policy scope on concern_reader for select using (in_scope(municipality))`.execute(
    db,
  )
  await sql`create policy system on concern_reader
    using (in_scope(null)) with check (in_scope(null))`.execute(db)
  // A report is written by somebody who may not read it; only the retention rule deletes.
  await sql`create policy reported on concern for insert with check (in_scope(municipality))`.execute(
    db,
  )
  await sql`create policy readers on concern for select
    using (in_scope(municipality) and reads_concerns(municipality, programme_id))`.execute(db)
  await sql`create policy own_report on concern for select using (in_scope(municipality)
    and reporter_person_id::text = current_setting('app.person', true))`.execute(db)
  await sql`create policy followed_up on concern for update
    using (in_scope(municipality) and reads_concerns(municipality, programme_id))
    with check (in_scope(municipality) and reads_concerns(municipality, programme_id))`.execute(db)
  await sql`create policy retention on concern for delete using (in_scope(null))`.execute(db)
  const isRead = sql`in_scope(municipality) and exists (select from concern
    where concern.id = concern_id and reads_concerns(concern.municipality, concern.programme_id))`
  await sql`create policy readers on concern_step for select using (${isRead})`.execute(db)
  await sql`create policy followed_up on concern_step for insert with check (${isRead})`.execute(db)
  // The system seals the text anew when the key changes.
  await sql`create policy sealed on concern_step for update
    using (in_scope(null)) with check (in_scope(null))`.execute(db)
}

async function pointTasks(db: Kysely<unknown>): Promise<void> {
  await sql`alter type task_kind add value 'concern'`.execute(db)
  await sql`alter table task
    add column concern_id uuid,
    add foreign key (municipality, concern_id) references concern (municipality, id) on delete cascade,
    drop constraint task_about,
    add constraint task_about
      check (num_nonnulls(enrolment_id, match_id, meeting_id, mail_id, concern_id) > 0)`.execute(db)
  await sql`create index task_by_concern_id on task (concern_id)`.execute(db)
  await sql`drop index task_open`.execute(db)
  await sql`create unique index task_open
    on task (enrolment_id, match_id, meeting_id, mail_id, concern_id, kind, requirement)
    nulls not distinct where done_at is null`.execute(db)
  await sql`create policy concerns on task as restrictive
    using (concern_id is null or exists (select from concern where concern.id = concern_id
      and reads_concerns(concern.municipality, concern.programme_id)))`.execute(db)
}

/** Even that somebody reported a concern is for its readers. */
async function restrictRecord(db: Kysely<unknown>): Promise<void> {
  // The functions that anonymise and trim the record see all of it.
  await sql`create policy concerns on audit_entry as restrictive for select
    using (action not like 'concern-%' or reads_concerns(municipality, null)
      or current_setting('app.audit_keeper', true) = 'on')`.execute(db)
}
