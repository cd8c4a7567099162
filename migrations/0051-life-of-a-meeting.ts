import { type Kysely, sql } from 'kysely'

/** A meeting is moved, cancelled, answered, and recorded by who was present. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepChanges(db)
  await keepAnswers(db)
  await keepRecords(db)
  await keepNotices(db)
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await fillChanges(db)
  await fillRecords(db)
  await fillNotices(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  await sql`alter table meeting
    add check ((state = 'cancelled') = (cancelled_at is not null)),
    add check ((state in ('held', 'no_show')) = (recorded_at is not null)),
    add check ((recorded_at is null) = (recorded_by is null))`.execute(db)
}

async function keepChanges(db: Kysely<unknown>): Promise<void> {
  await sql`create type meeting_side as enum ('mentor', 'mentee', 'coordinator')`.execute(db)
  await sql`alter table meeting
    add column version integer not null default 1,
    add column changed_at timestamptz,
    add column moved_at timestamptz,
    add column cancelled_at timestamptz,
    add column cancelled_by text,
    add column cancelled_side meeting_side,
    add column cancelled_reason text,
    add column notice_hours integer,
    add column recorded_by text,
    add column actual_minutes integer check (actual_minutes > 0)`.execute(db)
  const comments = {
    version: 'Raised by every change: a write of what somebody saw before is refused.',
    changed_at: 'When the sequence was raised last; null while it is as planned.',
    moved_at: 'When time or place were changed last; null while they are as planned.',
    cancelled_side: 'Whose wish it was, when that is known.',
    notice_hours: 'How many whole hours before the start; null when it was found out afterwards.',
    recorded_at: 'When who was present was recorded last; null while that is not known.',
    actual_minutes: 'How long it lasted, when somebody said so.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column meeting.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index meeting_by_time on meeting (municipality, state, starts_at)`.execute(db)
}

async function keepAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`create type meeting_answer as enum ('none', 'yes', 'no', 'another_time')`.execute(db)
  await sql`alter table participant
    add column answer meeting_answer not null default 'none',
    add column wishes text[] not null default '{}',
    add column answered_at timestamptz,
    add column answered_by text,
    add column answer_channel channel,
    add column fast_answer boolean not null default false,
    add column reminded_at timestamptz,
    add check ((answer = 'none') = (answered_at is null)),
    add check (answer = 'another_time' or wishes = '{}')`.execute(db)
  const comments = {
    answer: 'To the time and place as they are: a move begins anew.',
    wishes: 'The times that would suit instead, as instants.',
    answer_channel:
      'How it was given when a colleague recorded it; null for the link and the own page.',
    fast_answer: 'Given within seconds of the mail, perhaps by a program that follows links.',
    reminded_at: 'When the reminder of this time and place was queued.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column participant.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
}

async function keepRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting_record (
      id uuid primary key default uuidv7(),
      municipality text not null,
      meeting_id uuid not null,
      outcome meeting_state not null check (outcome in ('held', 'no_show')),
      minutes integer check (minutes > 0),
      happened_on date not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      unique (municipality, id),
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table meeting_record is 'What was recorded of a meeting; a correction adds a row, and the newest counts.'`.execute(
    db,
  )
  await sql`create index meeting_record_by_meeting on meeting_record (meeting_id, recorded_at)`.execute(
    db,
  )
  await sql`
    create table meeting_attendance (
      municipality text not null,
      record_id uuid not null,
      person_id uuid not null,
      attendance attendance not null check (attendance <> 'unknown'),
      primary key (record_id, person_id),
      foreign key (municipality, record_id) references meeting_record (municipality, id) on delete cascade,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create index meeting_attendance_by_person on meeting_attendance (person_id)`.execute(db)
  await scope(db, 'meeting_record')
  await scope(db, 'meeting_attendance')
}

/** What each was told last decides whether a change is news to them. */
async function keepNotices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting_notice (
      number bigint generated by default as identity primary key,
      municipality text not null,
      mail_id uuid not null references mail on delete cascade,
      meeting_id uuid not null,
      person_id uuid not null,
      takes_place boolean not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      place text not null,
      may_have_arrived boolean not null default false,
      unique (mail_id, meeting_id),
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  const comments = {
    takes_place: 'Whether the mail put the meeting into the calendar or took it out.',
    may_have_arrived:
      'True when the connection broke before the server answered: the reader may have the mail.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column meeting_notice.${sql.ref(column)} is ${sql.lit(comment)}`.execute(
      db,
    )
  for (const column of ['meeting_id', 'person_id'])
    await sql`create index ${sql.ref(`meeting_notice_by_${column}`)}
      on meeting_notice (${sql.ref(column)})`.execute(db)
  await scope(db, 'meeting_notice')
}

/** A cancellation had the time of its record, and no word of why. */
async function fillChanges(db: Kysely<unknown>): Promise<void> {
  await sql`update meeting set changed_at = recorded_at where sequence > 0`.execute(db)
  await sql`update meeting set cancelled_at = coalesce(recorded_at, created_at), cancelled_by = 'system',
      cancelled_reason = 'match_ended', recorded_at = null,
      notice_hours = greatest(0, floor(extract(epoch from
        starts_at - coalesce(recorded_at, created_at)) / 3600))
    where state = 'cancelled'`.execute(db)
  await sql`update meeting set recorded_by = 'system', recorded_at = coalesce(recorded_at, ends_at)
    where state in ('held', 'no_show')`.execute(db)
}

/** A meeting was held when both of one pair were present, whatever was ticked. */
async function fillRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    update meeting set state = 'no_show'
    where state = 'held'
      and exists (select from participant
        where participant.meeting_id = meeting.id and participant.attendance <> 'unknown')
      and not exists (
        select from meeting_match
        join match on match.id = meeting_match.match_id
        join enrolment mentor on mentor.id = match.mentor_id
        join enrolment mentee on mentee.id = match.mentee_id
        where meeting_match.meeting_id = meeting.id
          and (select count(*) from participant
            where participant.meeting_id = meeting.id and participant.attendance = 'present'
              and participant.person_id in (mentor.person_id, mentee.person_id)) = 2)`.execute(db)
  await sql`
    insert into meeting_record (municipality, meeting_id, outcome, happened_on, recorded_at, recorded_by)
    select municipality, id, state, (starts_at at time zone 'Europe/Copenhagen')::date,
      recorded_at, recorded_by
    from meeting where state in ('held', 'no_show')`.execute(db)
  await sql`
    insert into meeting_attendance (municipality, record_id, person_id, attendance)
    select participant.municipality, meeting_record.id, participant.person_id, participant.attendance
    from participant join meeting_record on meeting_record.meeting_id = participant.meeting_id
    where participant.attendance <> 'unknown'`.execute(db)
}

/** What was mailed before told of the meeting as it is, since none could be moved. */
async function fillNotices(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into meeting_notice (municipality, mail_id, meeting_id, person_id, takes_place,
      starts_at, ends_at, place)
    select meeting.municipality, mail.id, meeting.id, mail.person_id, mail.kind = 'meeting-invitation',
      meeting.starts_at, meeting.ends_at, site.name || ', ' || site.address
    from mail
    join meeting on meeting.id = mail.subject_id
    join site on site.id = meeting.site_id
    where mail.kind in ('meeting-invitation', 'meeting-cancelled')
      and mail.state in ('sent', 'kept', 'unknown', 'sending')
    order by mail.created_at, mail.id`.execute(db)
}

async function scope(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  await sql`create policy scope on ${sql.table(table)}
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}
