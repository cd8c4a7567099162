import { type Kysely, sql } from 'kysely'

/**
 * Everything that happens without a request is a row here: one owner of its time, one lease. The job
 * queue with its own clock goes, and so does the lease that runs had in their own table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table duty (
      id uuid primary key default uuidv7(),
      name text not null,
      subject_id uuid,
      mail_id uuid generated always as (case name when 'mail' then subject_id end) stored
        references mail on delete cascade,
      since timestamptz not null,
      due_at timestamptz not null,
      failures integer not null default 0,
      failure text,
      attempt integer not null default 0,
      abandoned integer not null default 0,
      held_until timestamptz,
      given_up_at timestamptz
    )`.execute(db)
  const comments = {
    name: 'What is to be done; workers.ts lists every duty.',
    subject_id: 'What it is about, such as a mail or a run; null for a duty that comes again.',
    mail_id: 'An erased mail takes along that it was to be sent.',
    since: 'When it was first due: how long it is tried counts from here.',
    due_at: 'By the clock of the product.',
    failure: 'Why the last try failed: a code and a stage, never an address or a name.',
    attempt: 'How often it was taken up. A worker with an older number may no longer write.',
    abandoned: 'How often in a row a lease ran out: the process that held it had ended.',
    held_until: 'By the clock of the database: until then a worker holds the lease.',
    given_up_at: 'It is not tried again by itself.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column duty.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
  await sql`create index duty_due on duty (name, due_at) where given_up_at is null`.execute(db)
  await sql`create unique index duty_recurring on duty (name) where subject_id is null`.execute(db)
  await sql`create index duty_by_mail on duty (mail_id)`.execute(db)
  await sql`alter table duty enable row level security`.execute(db)
  await sql`alter table duty force row level security`.execute(db)
  await sql`create policy scope on duty using (in_scope(null)) with check (in_scope(null))`.execute(
    db,
  )
  // Every operation may put something to be done here; only the system sees what there is.
  await sql`create policy enqueue on duty for insert with check (true)`.execute(db)

  await sql`alter type mail_state add value 'failed'`.execute(db)
  await sql`alter type task_kind add value 'mail_failed'`.execute(db)
  await sql`alter table mail add column failure text`.execute(db)
  await sql`comment on column mail.failure is 'Why it was refused or failed: the code of the server and the stage, no address.'`.execute(
    db,
  )
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`
    insert into duty (name, subject_id, since, due_at)
      select 'mail', id, created_at, created_at from mail where state in ('pending', 'sending')
      union all
      select 'run', id, started_at, started_at from match_run where state in ('queued', 'running')
      union all
      select 'import', id, created_at, created_at from spreadsheet
        where state in ('queued', 'importing') or (state = 'cancelled' and hides_people)
          or (state in ('done', 'cancelled')
            and exists (select from spreadsheet_row where spreadsheet_id = spreadsheet.id))
      union all
      select 'link-request', id, asked_at, asked_at from link_request where email is not null`.execute(
    db,
  )
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  await sql`alter table match_run drop column attempt, drop column held_until`.execute(db)
  await sql`drop schema if exists pgboss cascade`.execute(db)
}
