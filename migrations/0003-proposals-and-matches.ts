import { type Kysely, sql } from 'kysely'

/** A run proposes pairs, a coordinator approves, both people answer, a match opens. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table match_run (
      id uuid primary key default uuidv7(),
      municipality text not null,
      programme_id uuid not null,
      started_by text not null,
      started_at timestamptz not null,
      pool jsonb not null,
      result jsonb not null,
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id)
    )`.execute(db)
  await sql`comment on column match_run.pool is 'A snapshot of the matching core''s input: people, settings, excluded pairs. Enough to explain any pair again.'`.execute(
    db,
  )
  await sql`comment on column match_run.result is 'The output of the core: proposals, unmatched with reasons, total, bound, proof.'`.execute(
    db,
  )
  await sql`create index match_run_by_programme on match_run (programme_id, started_at desc)`.execute(
    db,
  )

  await sql`
    create type proposal_state as enum (
      'draft', 'rejected', 'offered', 'accepted', 'declined', 'expired', 'superseded', 'withdrawn'
    )`.execute(db)
  await sql`create type answer as enum ('yes', 'no')`.execute(db)
  await sql`
    create table proposal (
      id uuid primary key default uuidv7(),
      municipality text not null,
      programme_id uuid not null,
      run_id uuid,
      mentor_id uuid not null,
      mentee_id uuid not null,
      state proposal_state not null default 'draft',
      score integer not null check (score between 0 and 1000000),
      explanation jsonb not null,
      created_at timestamptz not null,
      decided_by text,
      decided_at timestamptz,
      rejection_reason text,
      offered_at timestamptz,
      expires_at timestamptz,
      mentor_answer answer,
      mentor_answered_at timestamptz,
      mentee_answer answer,
      mentee_answered_at timestamptz,
      decline_code text,
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id),
      foreign key (municipality, run_id) references match_run (municipality, id),
      foreign key (municipality, mentor_id) references enrolment (municipality, id) on delete cascade,
      foreign key (municipality, mentee_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column proposal.score is 'Parts per million; pages show 0–100.'`.execute(db)
  // Two runs at once, or a run beside an approval, must not leave one pair proposed twice.
  await sql`create unique index proposal_open_pair on proposal (mentor_id, mentee_id)
    where state in ('draft', 'offered', 'accepted')`.execute(db)
  await sql`create index proposal_by_state on proposal (programme_id, state, created_at)`.execute(
    db,
  )
  await sql`create index proposal_by_mentor on proposal (mentor_id)`.execute(db)
  await sql`create index proposal_by_mentee on proposal (mentee_id)`.execute(db)

  await sql`create type match_state as enum ('accepted', 'active', 'paused', 'closing', 'closed')`.execute(
    db,
  )
  await sql`
    create table match (
      id uuid primary key default uuidv7(),
      municipality text not null,
      programme_id uuid not null,
      proposal_id uuid not null unique,
      mentor_id uuid not null,
      mentee_id uuid not null,
      state match_state not null default 'accepted',
      accepted_at timestamptz not null,
      active_at timestamptz,
      closed_at timestamptz,
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id),
      foreign key (municipality, proposal_id) references proposal (municipality, id),
      foreign key (municipality, mentor_id) references enrolment (municipality, id) on delete cascade,
      foreign key (municipality, mentee_id) references enrolment (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create unique index match_open_pair on match (mentor_id, mentee_id) where state <> 'closed'`.execute(
    db,
  )
  await sql`create unique index match_open_mentee on match (mentee_id) where state <> 'closed'`.execute(
    db,
  )
  await sql`
    create table agreement (
      municipality text not null,
      match_id uuid not null,
      topic text not null,
      agreed_at timestamptz not null,
      primary key (match_id, topic),
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade
    )`.execute(db)

  for (const table of ['match_run', 'proposal', 'match', 'agreement'])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
