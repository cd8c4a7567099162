import { type Kysely, sql } from 'kysely'

/** A match has episodes: it begins, becomes active, ends, and may begin again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match
    add column version integer not null default 1,
    add column paused_until date,
    add column mentor_shares_phone boolean not null default false,
    add column mentee_shares_phone boolean not null default false`.execute(db)
  await sql`comment on column match.version is 'Raised by every transition: a write of what somebody saw before is refused.'`.execute(
    db,
  )
  await sql`comment on column match.paused_until is 'The day on which the pair goes on; null when the pause is open.'`.execute(
    db,
  )
  await sql`alter table programme add column asks_to_go_on boolean not null default true`.execute(
    db,
  )
  await sql`comment on column programme.asks_to_go_on is 'Whether each is asked after the match meeting; otherwise it makes the match active.'`.execute(
    db,
  )
  await keepEpisodes(db)
  await keepEvents(db)
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await fillFromMatches(db)
  await dateAgreements(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  await sql`alter table match
    drop column active_at, drop column closed_at, drop column end_reason`.execute(db)
  await sql`alter table agreement alter column agreed_on set not null`.execute(db)
}

async function keepEpisodes(db: Kysely<unknown>): Promise<void> {
  await sql`create type match_kind as enum ('completed', 'ended_early', 'never_started')`.execute(
    db,
  )
  await sql`create type match_side as enum ('mentor', 'mentee', 'coordinator')`.execute(db)
  await sql`create type goals_reached as enum ('yes', 'mostly', 'partly', 'no')`.execute(db)
  await sql`
    create table match_episode (
      id uuid primary key default uuidv7(),
      municipality text not null,
      match_id uuid not null,
      number integer not null check (number > 0),
      opened_on date not null,
      opened_recorded_at timestamptz not null,
      active_on date,
      active_recorded_at timestamptz,
      closing_by match_side,
      closing_on date,
      closing_recorded_at timestamptz,
      closed_on date,
      closed_recorded_at timestamptz,
      kind match_kind,
      closed_by match_side,
      reasons text[] not null default '{}',
      goals goals_reached,
      unique (municipality, id),
      unique (match_id, number),
      check ((active_on is null) = (active_recorded_at is null)),
      check ((closed_on is null) = (closed_recorded_at is null)),
      check ((closed_on is null) = (kind is null)),
      foreign key (municipality, match_id) references match (municipality, id) on delete cascade
    )`.execute(db)
  const comments = {
    opened_on: 'The day it happened, in Denmark; *_recorded_at is when it was recorded.',
    closing_by: 'Who asked first that the pair ends, until a coordinator confirms it.',
    closed_by: 'Whose wish it was; neither of the two is told.',
    reasons: 'Codes that the coordinator confirmed; neither of the two is told.',
    goals: 'Whether the pair reached its goals, as said at the end.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column match_episode.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create unique index match_episode_open on match_episode (match_id)
    where closed_on is null`.execute(db)
  await scope(db, 'match_episode')
}

async function keepEvents(db: Kysely<unknown>): Promise<void> {
  await sql`create type match_event_kind as enum (
    'opened', 'activated', 'deactivated', 'paused', 'resumed', 'closing', 'closed'
  )`.execute(db)
  await sql`
    create table match_event (
      id uuid primary key default uuidv7(),
      municipality text not null,
      episode_id uuid not null,
      kind match_event_kind not null,
      happened_on date not null,
      recorded_at timestamptz not null,
      actor text not null,
      side match_side,
      reasons text[] not null default '{}',
      until date,
      foreign key (municipality, episode_id) references match_episode (municipality, id)
        on delete cascade
    )`.execute(db)
  const comments = {
    kind: 'deactivated: the record of the meeting that made it active was corrected.',
    side: 'Whose wish it was, when it was one of the two or the coordinator who wished it.',
    reasons: 'What that side said; the other is not told.',
    until: 'The end of a pause.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column match_event.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index match_event_by_episode on match_event (episode_id, recorded_at)`.execute(
    db,
  )
  await scope(db, 'match_event')
}

/** Each match gets its episode and the events that its own columns tell of. */
async function fillFromMatches(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into match_episode (municipality, match_id, number, opened_on, opened_recorded_at,
      active_on, active_recorded_at, closed_on, closed_recorded_at, kind, closed_by, reasons)
    select municipality, id, 1, ${dayOf('accepted_at')}, accepted_at,
      ${dayOf('active_at')}, active_at, ${dayOf('closed_at')}, closed_at,
      case when closed_at is null then null
        when active_at is null then 'never_started'::match_kind else 'ended_early' end,
      case end_reason when 'mentor-left' then 'mentor'::match_side when 'mentee-left' then 'mentee' end,
      case when end_reason is null then '{}'::text[] else '{account_or_consent_withdrawn}' end
    from match`.execute(db)
  for (const [kind, day, at] of [
    ['opened', 'opened_on', 'opened_recorded_at'],
    ['activated', 'active_on', 'active_recorded_at'],
    ['closed', 'closed_on', 'closed_recorded_at'],
  ])
    await sql`
      insert into match_event (municipality, episode_id, kind, happened_on, recorded_at, actor)
      select municipality, id, ${sql.lit(kind)}, ${sql.ref(day!)}, ${sql.ref(at!)}, 'system'
      from match_episode where ${sql.ref(day!)} is not null`.execute(db)
}

/** An agreement belongs to the meeting at which the pair was, and to its day. */
async function dateAgreements(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agreement rename column agreed_at to recorded_at`.execute(db)
  await sql`alter table agreement add column meeting_id uuid, add column agreed_on date,
    add foreign key (municipality, meeting_id) references meeting (municipality, id)
      on delete cascade`.execute(db)
  await sql`update agreement set agreed_on = ${dayOf('recorded_at')}`.execute(db)
  await sql`update agreement set meeting_id = held.id, agreed_on = held.day
    from (
      select distinct on (meeting_match.match_id) meeting_match.match_id, meeting.id,
        meeting.recorded_at, ${dayOf('meeting.starts_at')} as day
      from meeting_match join meeting on meeting.id = meeting_match.meeting_id
      where meeting.state = 'held'
      order by meeting_match.match_id, meeting.recorded_at
    ) as held
    where held.match_id = agreement.match_id and held.recorded_at = agreement.recorded_at`.execute(
    db,
  )
}

function dayOf(column: string) {
  return sql`(${sql.ref(column)} at time zone 'Europe/Copenhagen')::date`
}

async function scope(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  await sql`create policy scope on ${sql.table(table)}
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}
