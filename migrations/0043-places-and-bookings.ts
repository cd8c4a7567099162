import { type Kysely, sql } from 'kysely'

/** When sites are open, rooms, and bookings: nobody and no room is in two places at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Compares ids inside an exclusion constraint; every PostgreSQL lets a database's owner add it.
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await keepHours(db)
  await keepRooms(db)
  await placeMeetings(db)
  await keepBookings(db)
  await bookWhatIsPlanned(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  for (const table of ['site_hours', 'site_day', 'room', 'booking'])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

async function keepHours(db: Kysely<unknown>): Promise<void> {
  await sql`alter table site
    add column version integer not null default 1,
    add column hours_confirmed boolean not null default false`.execute(db)
  await sql`comment on column site.version is 'Raised by every change of hours, days or rooms.'`.execute(
    db,
  )
  await sql`comment on column site.hours_confirmed is 'False while the hours are those that every new site begins with.'`.execute(
    db,
  )
  await sql`
    create table site_hours (
      municipality text not null,
      site_id uuid not null,
      day smallint not null check (day between 1 and 7),
      opens time not null,
      closes time not null check (closes > opens),
      staffed boolean not null,
      primary key (site_id, day, opens),
      foreign key (municipality, site_id) references site (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table site_hours is 'Weekly hours, half open, local time; day 1 is Monday.'`.execute(
    db,
  )
  await sql`
    create table site_day (
      municipality text not null,
      site_id uuid not null,
      day date not null,
      opens boolean not null,
      primary key (site_id, day),
      foreign key (municipality, site_id) references site (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column site_day.opens is 'False closes the site that day; true opens it on a public holiday.'`.execute(
    db,
  )
  // What most branch libraries have; the page says that nobody has confirmed it.
  await sql`insert into site_hours (municipality, site_id, day, opens, closes, staffed)
    select municipality, id, day, '10:00'::time,
      case day when 6 then '14:00'::time else '18:00'::time end, true
    from site cross join generate_series(1, 6) as day`.execute(db)
}

async function keepRooms(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table room (
      id uuid primary key default uuidv7(),
      municipality text not null,
      site_id uuid not null,
      name text not null,
      removed boolean not null default false,
      unique (municipality, id),
      foreign key (municipality, site_id) references site (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on column room.removed is 'A removed room stays with the meetings it held.'`.execute(
    db,
  )
  await sql`create unique index room_name on room (site_id, lower(name)) where not removed`.execute(
    db,
  )
}

async function placeMeetings(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programme
    add column meeting_link text,
    add column meets_elsewhere boolean not null default true`.execute(db)
  await sql`comment on column programme.meeting_link is 'Where its people meet online; null while they cannot.'`.execute(
    db,
  )
  await sql`comment on column programme.meets_elsewhere is 'Whether pairs may meet outside the sites after their match meeting.'`.execute(
    db,
  )
  await sql`create type meeting_place as enum ('site', 'online', 'elsewhere')`.execute(db)
  await sql`alter table meeting
    add column local_start timestamp,
    add column zone text not null default 'Europe/Copenhagen',
    add column place meeting_place not null default 'site',
    add column place_text text,
    add column room_id uuid,
    add column account_id uuid references account (id),
    add column interpreter boolean not null default false,
    add column child_care boolean not null default false,
    alter column site_id drop not null,
    add foreign key (municipality, room_id) references room (municipality, id)`.execute(db)
  await sql`update meeting set local_start = starts_at at time zone zone`.execute(db)
  await sql`alter table meeting
    alter column local_start set not null,
    alter column zone drop default,
    add check ((place = 'site') = (site_id is not null)),
    add check ((place = 'site') = (place_text is null)),
    add check (room_id is null or site_id is not null)`.execute(db)
  const comments = {
    local_start:
      'What was agreed: the time on the wall of the zone. starts_at is computed from it.',
    place_text: 'The link of a meeting online, or where people meet elsewhere.',
    account_id: 'The coordinator who takes part.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column meeting.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index meeting_by_room on meeting (room_id)`.execute(db)
}

async function keepBookings(db: Kysely<unknown>): Promise<void> {
  await sql`alter table interview add unique (municipality, id)`.execute(db)
  await sql`create type booking_kind as enum ('person', 'room', 'account')`.execute(db)
  // The generated columns let a booking go with the person, as everything about them does.
  await sql`
    create table booking (
      id uuid primary key default uuidv7(),
      municipality text not null,
      kind booking_kind not null,
      holder uuid not null,
      during tstzrange not null check (not isempty(during)),
      meeting_id uuid,
      interview_id uuid,
      person_id uuid generated always as (case kind when 'person' then holder end) stored,
      room_id uuid generated always as (case kind when 'room' then holder end) stored,
      account_id uuid generated always as (case kind when 'account' then holder end) stored
        references account (id) on delete cascade,
      check ((meeting_id is null) <> (interview_id is null)),
      foreign key (municipality, meeting_id) references meeting (municipality, id) on delete cascade,
      foreign key (municipality, interview_id) references interview (municipality, id) on delete cascade,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade,
      foreign key (municipality, room_id) references room (municipality, id) on delete cascade,
      constraint booked_once exclude using gist (holder with =, during with &&)
    )`.execute(db)
  await sql`comment on table booking is 'Who and what a coming meeting or interview takes up. Those of past ones stay with them.'`.execute(
    db,
  )
  for (const column of ['meeting_id', 'interview_id', 'person_id', 'room_id', 'account_id'])
    await sql`create index ${sql.ref(`booking_by_${column.replace('_id', '')}`)}
      on booking (${sql.ref(column)})`.execute(db)
}

/**
 * Nothing kept two interviews, or a meeting and an interview, apart before. Of two that overlap the
 * one that begins first is booked; the later one stays planned and takes up nobody.
 */
async function bookWhatIsPlanned(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into booking (municipality, kind, holder, during, meeting_id, interview_id)
    select municipality, kind, holder, during, meeting_id, interview_id from (
      select m.municipality, 'person'::booking_kind as kind, p.person_id as holder,
        tstzrange(m.starts_at, m.ends_at) as during, m.id as meeting_id, null::uuid as interview_id
      from meeting m join participant p on p.meeting_id = m.id
      where m.state = 'scheduled'
      union all
      select i.municipality, 'person', e.person_id, tstzrange(i.starts_at, i.starts_at + interval '1 hour'), null, i.id
      from interview i join enrolment e on e.id = i.enrolment_id
      where i.state = 'booked'
      union all
      select i.municipality, 'account', a.id, tstzrange(i.starts_at, i.starts_at + interval '1 hour'), null, i.id
      from interview i
      join account a on i.booked_by = 'staff:' || a.id and a.municipality = i.municipality
      where i.state = 'booked'
    ) as planned
    order by lower(during), coalesce(meeting_id, interview_id), holder
    on conflict do nothing`.execute(db)
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
