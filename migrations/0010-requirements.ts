import { type Kysely, sql } from 'kysely'

/** Requirements of mentors, interviews, reconfirmations, and tasks for coordinators. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepRequirements(db)
  await keepInterviews(db)
  await askAgain(db)
  await keepTasks(db)
  await tellStanding(db)
  for (const table of [
    'programme_requirement',
    'requirement',
    'interview',
    'reconfirmation',
    'task',
  ])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

async function keepRequirements(db: Kysely<unknown>): Promise<void> {
  await sql`create type requirement_kind as enum (
    'interview', 'introductory_course', 'confidentiality', 'children_certificate', 'consent'
  )`.execute(db)
  await sql`
    create table programme_requirement (
      municipality text not null,
      programme_id uuid not null,
      kind requirement_kind not null,
      lasts_months smallint check (lasts_months between 1 and 120),
      primary key (programme_id, kind),
      foreign key (municipality, programme_id) references programme (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column programme_requirement.lasts_months is 'Null when it does not expire.'`.execute(
    db,
  )
  await sql`
    create table requirement (
      municipality text not null,
      enrolment_id uuid not null,
      kind requirement_kind not null check (kind <> 'interview'),
      met_on date not null,
      expires_on date check (expires_on >= met_on),
      primary key (enrolment_id, kind),
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table requirement is 'That it is met, and when: never the certificate, its number or its contents.'`.execute(
    db,
  )
  await sql`comment on column requirement.expires_on is 'The last day on which it is valid.'`.execute(
    db,
  )
}

async function keepInterviews(db: Kysely<unknown>): Promise<void> {
  await sql`create type interview_state as enum ('booked', 'held', 'cancelled')`.execute(db)
  await sql`
    create table interview (
      id uuid primary key default uuidv7(),
      municipality text not null,
      enrolment_id uuid not null,
      state interview_state not null default 'booked',
      starts_at timestamptz not null,
      site_id uuid not null,
      booked_by text not null,
      booked_at timestamptz not null,
      decision text check (decision in ('selected', 'rejected')),
      reason text,
      decided_by text,
      decided_at timestamptz,
      check ((state = 'held') = (decision is not null)),
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade,
      foreign key (municipality, site_id) references site (municipality, id)
    )`.execute(db)
  await sql`create unique index interview_booked on interview (enrolment_id) where state = 'booked'`.execute(
    db,
  )
  await sql`create index interview_by_enrolment on interview (enrolment_id)`.execute(db)
}

/** People who have been ready for long are asked whether they are still interested. */
async function askAgain(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programme
    add column reconfirm_after_days smallint not null default 90 check (reconfirm_after_days between 7 and 730),
    add column reconfirm_answer_days smallint not null default 7 check (reconfirm_answer_days between 1 and 90)`.execute(
    db,
  )
  await sql`
    create table reconfirmation (
      id uuid primary key default uuidv7(),
      municipality text not null,
      enrolment_id uuid not null,
      asked_at timestamptz not null,
      answer_by timestamptz not null,
      by_mail boolean not null,
      answer answer,
      answered_by text,
      answered_at timestamptz,
      lapsed_at timestamptz,
      check (answer is null or lapsed_at is null),
      unique (municipality, id),
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create unique index reconfirmation_open on reconfirmation (enrolment_id)
    where answer is null and lapsed_at is null`.execute(db)
  await sql`create index reconfirmation_by_enrolment on reconfirmation (enrolment_id, asked_at)`.execute(
    db,
  )
  await sql`alter type link_purpose add value 'reconfirmation'`.execute(db)
  await sql`alter table mailed_link
    add column reconfirmation_id uuid references reconfirmation (id) on delete cascade`.execute(db)
}

async function keepTasks(db: Kysely<unknown>): Promise<void> {
  await sql`create type task_kind as enum (
    'requirement_expired', 'requirement_expiring', 'interview_unrecorded',
    'reconfirmation_by_phone', 'reconfirmation_unanswered', 'mail_refused'
  )`.execute(db)
  await sql`
    create table task (
      id uuid primary key default uuidv7(),
      municipality text not null,
      enrolment_id uuid not null,
      kind task_kind not null,
      requirement requirement_kind,
      due_on date not null,
      created_at timestamptz not null,
      done_at timestamptz,
      done_by text,
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column task.done_by is 'The actor who closed it; system when its cause ended.'`.execute(
    db,
  )
  await sql`create unique index task_open on task (enrolment_id, kind, requirement) nulls not distinct
    where done_at is null`.execute(db)
  await sql`create index task_by_municipality on task (municipality, due_on, id) where done_at is null`.execute(
    db,
  )
}

/**
 * Functions of a day, not views: the product has its own clock. They run with the caller's rights,
 * so that row-level security applies.
 */
async function tellStanding(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function required_of_mentors()
    returns table (municipality text, enrolment_id uuid, kind requirement_kind, met_on date, expires_on date)
    language sql stable as $$
      select e.municipality, e.id, asked.kind,
        case when asked.kind = 'interview' then (
          select max((t.at at time zone 'Europe/Copenhagen')::date) from enrolment_transition t
          where t.enrolment_id = e.id and t.to_state in ('interviewed', 'selected')
        ) else r.met_on end,
        r.expires_on
      from enrolment e
      join programme_requirement asked on asked.programme_id = e.programme_id
      left join requirement r on r.enrolment_id = e.id and r.kind = asked.kind
      where e.role = 'mentor' and (asked.kind <> 'children_certificate' or e.accepts_children)
    $$`.execute(db)
  await sql`comment on function required_of_mentors is
    'The requirements of each mentor, and until when each is met. The interview is met by the state of the enrolment; the children''s certificate is required of mentors who meet children.'`.execute(
    db,
  )
  await sql`
    create function missing_requirement(today date)
    returns table (municipality text, enrolment_id uuid, kind requirement_kind, expires_on date)
    language sql stable as $$
      select municipality, enrolment_id, kind, expires_on from required_of_mentors()
      where met_on is null or met_on > today or expires_on < today
    $$`.execute(db)
  await sql`comment on function missing_requirement is
    'The requirements a mentor lacks on a day: never met, or expired before it.'`.execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
