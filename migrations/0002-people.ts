import { type Kysely, sql } from 'kysely'

/** One record per human; an enrolment is a person's part in one programme in one role. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type sex as enum ('woman', 'man', 'other', 'undisclosed')`.execute(db)
  await sql`create type channel as enum ('email', 'phone', 'letter', 'partner')`.execute(db)
  await sql`create type meets as enum ('in-person', 'online', 'either')`.execute(db)
  await sql`create type enrolment_role as enum ('mentor', 'mentee')`.execute(db)
  await sql`
    create type enrolment_state as enum (
      'contacted', 'interested', 'not_interested', 'no_answer', 'screened', 'offered', 'matched',
      'interview_booked', 'interviewed', 'selected', 'rejected', 'requirements_pending', 'suspended',
      'registered', 'ready', 'paused', 'left'
    )`.execute(db)
  await sql`create type language_level as enum ('A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')`.execute(
    db,
  )

  await sql`
    create table person (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      name text not null,
      email text,
      phone text,
      channel channel not null,
      locale text not null,
      sex sex not null default 'undisclosed',
      birth_year integer,
      residence text not null references municipality (code),
      meets meets not null default 'either',
      created_at timestamptz not null,
      unique (municipality, id)
    )`.execute(db)
  await sql`comment on column person.municipality is 'Who is responsible for the record and decides who may see it; residence is where the person lives.'`.execute(
    db,
  )
  await sql`comment on column person.sex is 'For the person''s own wishes and the audit; never scored.'`.execute(
    db,
  )

  await sql`
    create table person_language (
      municipality text not null,
      person_id uuid not null,
      tag text not null,
      level language_level not null,
      reads boolean not null default false,
      writes boolean not null default false,
      can_interpret boolean not null default false,
      primary key (person_id, tag),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column person_language.tag is 'BCP 47'`.execute(db)

  await sql`
    create table availability (
      municipality text not null,
      person_id uuid not null,
      day smallint not null check (day between 1 and 7),
      starts time not null,
      ends time not null,
      primary key (person_id, day, starts),
      check (ends > starts),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table availability is 'Weekly hours, half open, local time in Europe/Copenhagen; day 1 is Monday.'`.execute(
    db,
  )

  await sql`
    create table enrolment (
      id uuid primary key default uuidv7(),
      municipality text not null,
      programme_id uuid not null,
      person_id uuid not null,
      role enrolment_role not null,
      state enrolment_state not null,
      state_since timestamptz not null,
      ready_since timestamptz,
      source_partner_id uuid,
      capacity smallint not null default 1 check (capacity between 0 and 8),
      accepts_children boolean not null default false,
      children_along boolean not null default false,
      sex_wish sex,
      sex_wish_is_must boolean not null default false,
      wants_danish_practice boolean not null default false,
      interpreter_acceptable boolean not null default false,
      submission_id uuid unique,
      created_at timestamptz not null,
      unique (municipality, id),
      unique (programme_id, person_id, role),
      foreign key (municipality, programme_id) references programme (municipality, id),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade,
      foreign key (municipality, source_partner_id) references partner (municipality, id)
    )`.execute(db)
  await sql`comment on column enrolment.submission_id is 'The form''s own id: sending the same form twice registers once.'`.execute(
    db,
  )
  await sql`create index enrolment_by_state on enrolment (programme_id, role, state, state_since)`.execute(
    db,
  )
  await sql`create index enrolment_by_person on enrolment (person_id)`.execute(db)

  await sql`
    create table enrolment_topic (
      municipality text not null,
      enrolment_id uuid not null,
      topic text not null,
      importance smallint not null default 2 check (importance between 1 and 3),
      primary key (enrolment_id, topic),
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table enrolment_topic is 'What a mentor offers or a mentee needs, from one list; importance counts for needs only.'`.execute(
    db,
  )

  await sql`
    create table enrolment_transition (
      id uuid primary key default uuidv7(),
      municipality text not null,
      enrolment_id uuid not null,
      from_state enrolment_state,
      to_state enrolment_state not null,
      reason text,
      actor text not null,
      at timestamptz not null,
      foreign key (municipality, enrolment_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column enrolment_transition.actor is 'staff:<id>, person:<id>, client:<id>, public or system; never a name.'`.execute(
    db,
  )
  await sql`create index enrolment_transition_by_enrolment on enrolment_transition (enrolment_id, at)`.execute(
    db,
  )

  await sql`create type consent_purpose as enum ('matching', 'sharing', 'photo', 'story', 'exhibition', 'press')`.execute(
    db,
  )
  await sql`
    create table consent (
      id uuid primary key default uuidv7(),
      municipality text not null,
      person_id uuid not null,
      purpose consent_purpose not null,
      locale text not null,
      text text not null,
      given_at timestamptz not null,
      withdrawn_at timestamptz,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column consent.text is 'The exact words the person said yes to, in the language they were shown.'`.execute(
    db,
  )
  await sql`create index consent_by_person on consent (person_id, purpose)`.execute(db)

  for (const table of [
    'person',
    'person_language',
    'availability',
    'enrolment',
    'enrolment_topic',
    'enrolment_transition',
    'consent',
  ])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
