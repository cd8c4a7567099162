import { type Kysely, sql } from 'kysely'

/** A programme says when it contacts its pairs; what is due is kept with the check-in that answered it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programme
    add column follow_up jsonb not null default '{}',
    add column follow_up_version integer not null default 1`.execute(db)
  await sql`comment on column programme.follow_up is 'When the coordinators contact each pair; what is missing has the product''s default.'`.execute(
    db,
  )
  for (const kind of ['first_contact', 'contact', 'review', 'decision'])
    await sql`alter type task_kind add value ${sql.lit(`check_${kind}`)}`.execute(db)
  await keepCheckIns(db)
  await keepChecks(db)
  for (const table of ['check_in', 'match_check'])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

async function keepCheckIns(db: Kysely<unknown>): Promise<void> {
  await sql`create type check_in_way as enum ('phone', 'in-person', 'message', 'online')`.execute(
    db,
  )
  await sql`create type how_it_goes as enum ('well', 'mixed', 'badly')`.execute(db)
  await sql`
    create table check_in (
      id uuid primary key default uuidv7(),
      municipality text not null,
      match_id uuid not null,
      mentor_id uuid,
      mentee_id uuid,
      way check_in_way not null,
      goes how_it_goes not null,
      note text,
      happened_on date not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      unique (municipality, id),
      check (num_nonnulls(mentor_id, mentee_id) > 0),
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade,
      foreign key (municipality, mentor_id) references enrolment (municipality, id) on delete cascade,
      foreign key (municipality, mentee_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  const comments = {
    mentor_id: 'Set when the coordinator spoke with the mentor; mentee_id likewise.',
    note: 'Free text of the coordinators, which the retention rules empty.',
    happened_on: 'The day in Denmark.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column check_in.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index check_in_by_match on check_in (match_id, happened_on)`.execute(db)
  for (const party of ['mentor', 'mentee'])
    await sql`create index ${sql.ref(`check_in_by_${party}`)}
      on check_in (${sql.ref(`${party}_id`)})`.execute(db)
}

async function keepChecks(db: Kysely<unknown>): Promise<void> {
  await sql`create type match_check_kind as enum ('first-contact', 'contact', 'review', 'decision')`.execute(
    db,
  )
  await sql`
    create table match_check (
      id uuid primary key default uuidv7(),
      municipality text not null,
      match_id uuid not null,
      kind match_check_kind not null,
      due_from date not null,
      due_by date not null,
      created_at timestamptz not null,
      check_in_id uuid,
      unique (match_id, kind, due_by),
      check (due_by >= due_from),
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade,
      foreign key (municipality, check_in_id) references check_in (municipality, id)
    )`.execute(db)
  const comments = {
    kind: 'first-contact: after the match meeting. contact: again and again. review: does the pair fit? decision: go on, or close?',
    check_in_id: 'What answered it; null while it is due.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column match_check.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index match_check_by_check_in on match_check (check_in_id)`.execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
