import { type Kysely, sql } from 'kysely'

/** A file of people: read, previewed, and then imported whole or not at all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type spreadsheet_state as enum
    ('reading', 'ready', 'queued', 'importing', 'done', 'cancelled', 'failed')`.execute(db)
  await sql`create type spreadsheet_role as enum ('mentor', 'mentee', 'column')`.execute(db)
  await sql`
    create table spreadsheet (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      programme_id uuid not null,
      role spreadsheet_role not null,
      state spreadsheet_state not null default 'reading',
      header text[] not null default '{}',
      mapping text[] not null default '{}',
      updates_known boolean not null default false,
      consent_text text,
      consent_locale text,
      imported integer not null default 0,
      has_taken_over boolean not null default false,
      started_by text not null,
      created_at timestamptz not null,
      unique (municipality, id),
      foreign key (municipality, programme_id) references programme (municipality, id)
    )`.execute(db)
  await sql`comment on column spreadsheet.mapping is 'The meaning of each column of the file, in order; empty for a column that is not imported.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet.imported is 'Rows imported so far, for the progress bar.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet.has_taken_over is 'Part of it is committed, on the engine that imports in short transactions: it can only be finished.'`.execute(
    db,
  )
  await sql`
    create table spreadsheet_row (
      municipality text not null,
      spreadsheet_id uuid not null,
      number integer not null,
      cells text[] not null,
      record jsonb,
      problems jsonb,
      repeats integer,
      known_id uuid,
      known_enrolment_id uuid,
      person_id uuid not null default uuidv7(),
      enrolment_id uuid not null default uuidv7(),
      is_imported boolean not null default false,
      primary key (spreadsheet_id, number),
      foreign key (municipality, spreadsheet_id) references spreadsheet (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table spreadsheet_row is 'Deleted when the import is done or cancelled; CPR numbers are never stored.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet_row.number is 'The number of the row in the spreadsheet, where the header is row 1.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet_row.repeats is 'An earlier row of the same file about the same person.'`.execute(
    db,
  )
  await sql`create index spreadsheet_row_wrong on spreadsheet_row (spreadsheet_id, number)
    where problems is not null or repeats is not null`.execute(db)

  for (const table of ['spreadsheet', 'spreadsheet_row']) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db)
    await sql.raw(`alter table ${table} force row level security`).execute(db)
    await sql
      .raw(
        `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
      )
      .execute(db)
  }
}
