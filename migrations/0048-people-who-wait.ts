import { type Kysely, sql } from 'kysely'

/** People who wait are told so, and those who have not answered are reminded once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const kind of ['offer_by_phone', 'call_registered', 'waiting_by_phone'])
    await sql`alter type task_kind add value ${sql.lit(kind)}`.execute(db)
  await sql`alter table proposal add column reminded_at timestamptz`.execute(db)
  await sql`comment on column proposal.reminded_at is 'When those who had not answered the offer were reminded; once.'`.execute(
    db,
  )
  await sql`alter table enrolment add column waiting_told_at timestamptz`.execute(db)
  await sql`comment on column enrolment.waiting_told_at is 'When the person was last told that they still wait, by mail or by a task to call them.'`.execute(
    db,
  )
  await sql`alter table programme add column open_activities text`.execute(db)
  await sql`comment on column programme.open_activities is 'What people who wait can come to meanwhile, as the coordinator wrote it.'`.execute(
    db,
  )
  await sql`create index proposal_to_remind on proposal (offered_at)
    where state = 'offered' and reminded_at is null`.execute(db)
}
