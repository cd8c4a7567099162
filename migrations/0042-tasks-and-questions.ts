import { type Kysely, sql } from 'kysely'

/** A task points at what it is about. A person is asked a question by a link that opens nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await pointTasks(db)
  await keepQuestions(db)
}

async function pointTasks(db: Kysely<unknown>): Promise<void> {
  await sql`alter table task
    alter column enrolment_id drop not null,
    add column match_id uuid,
    add column meeting_id uuid,
    add column mail_id uuid references mail on delete cascade,
    add foreign key (municipality, match_id) references match (municipality, id) on delete cascade,
    add foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade,
    add constraint task_about check (num_nonnulls(enrolment_id, match_id, meeting_id, mail_id) > 0)`.execute(
    db,
  )
  await sql`comment on column task.enrolment_id is 'Whom it is about; null when it is about both of a match, or everyone of a meeting.'`.execute(
    db,
  )
  await sql`drop index task_open`.execute(db)
  await sql`create unique index task_open
    on task (enrolment_id, match_id, meeting_id, mail_id, kind, requirement) nulls not distinct
    where done_at is null`.execute(db)
  for (const column of ['enrolment_id', 'match_id', 'meeting_id', 'mail_id'])
    await sql`create index ${sql.ref(`task_by_${column}`)} on task (${sql.ref(column)})`.execute(db)
}

async function keepQuestions(db: Kysely<unknown>): Promise<void> {
  await sql`create type question_kind as enum ('outcome', 'go-on', 'fit', 'month')`.execute(db)
  await sql`
    create table question (
      id uuid primary key default uuidv7(),
      municipality text not null,
      kind question_kind not null,
      person_id uuid not null,
      match_id uuid,
      meeting_id uuid,
      asked_at timestamptz not null,
      answer_by timestamptz not null,
      reminded_at timestamptz,
      answer jsonb,
      answered_at timestamptz,
      answered_by text,
      channel channel,
      withdrawn_at timestamptz,
      unique (municipality, id),
      check ((answer is null) = (answered_at is null)),
      check (num_nonnulls(match_id, meeting_id) > 0),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade,
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade,
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade
    )`.execute(db)
  const comments = {
    kind: 'outcome: did you meet? go-on: shall the pair go on after its first meeting? fit: is it a good match? month: how often did you meet this month?',
    answer_by: 'Until when the link works and the answer counts.',
    answered_by: 'person:<id>, or the colleague who recorded it.',
    channel:
      'How the answer was given when a colleague recorded it; null for the link and the own page.',
    withdrawn_at: 'It need not be answered any more.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column question.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create unique index question_open on question (kind, person_id, match_id, meeting_id)
    nulls not distinct where answered_at is null and withdrawn_at is null`.execute(db)
  for (const column of ['person_id', 'match_id', 'meeting_id'])
    await sql`create index ${sql.ref(`question_by_${column}`)} on question (${sql.ref(column)})`.execute(
      db,
    )
  await sql`alter table question enable row level security`.execute(db)
  await sql`alter table question force row level security`.execute(db)
  await sql`create policy scope on question
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
  for (const purpose of ['meeting', 'question', 'concern'])
    await sql`alter type link_purpose add value ${sql.lit(purpose)}`.execute(db)
  await sql`alter table mailed_link
    add column meeting_id uuid references meeting (id) on delete cascade,
    add column question_id uuid references question (id) on delete cascade`.execute(db)
}
