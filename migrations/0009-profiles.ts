import { type Kysely, sql } from 'kysely'

/** The data of a person that matching and letters need beyond the first form. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person
    add column street text,
    add column postcode text check (postcode ~ '^[0-9]{4}$'),
    add column town text,
    add column furthest_distance_km smallint check (furthest_distance_km between 0 and 500),
    add column only_at_library boolean not null default false,
    add column interests text[] not null default '{}',
    add column version integer not null default 1`.execute(db)
  await sql`comment on column person.street is 'The address of letters; stored only for people who get letters.'`.execute(
    db,
  )
  await sql`comment on column person.furthest_distance_km is 'Null: as far as the programme allows.'`.execute(
    db,
  )
  await sql`comment on column person.version is 'Raised at every change of the profile, so that concurrent edits do not overwrite each other.'`.execute(
    db,
  )

  await sql`alter table enrolment
    add column age_wish_from smallint check (age_wish_from between 0 and 120),
    add column age_wish_to smallint check (age_wish_to between 0 and 120),
    add column age_wish_is_must boolean not null default false,
    add column paused_until date,
    add constraint enrolment_age_wish_in_order check (age_wish_from <= age_wish_to)`.execute(db)
  await sql`comment on column enrolment.paused_until is 'The day on which the pause ends by itself; null when it is ended by hand.'`.execute(
    db,
  )
  await sql`create index enrolment_by_paused_until on enrolment (paused_until)
    where paused_until is not null`.execute(db)

  await sql`
    create table availability_exception (
      municipality text not null,
      person_id uuid not null,
      starts_on date not null,
      ends_before date not null,
      primary key (person_id, starts_on),
      check (ends_before > starts_on),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table availability_exception is 'Days on which the weekly hours do not hold, such as holidays; half open.'`.execute(
    db,
  )
  await sql`alter table availability_exception enable row level security`.execute(db)
  await sql`alter table availability_exception force row level security`.execute(db)
  await sql`create policy scope on availability_exception
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}
