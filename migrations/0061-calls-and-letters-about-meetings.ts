import { type Kysely, sql } from 'kysely'

/**
 * What is off or moved reaches people without e-mail: by a letter, and by telephone when it is soon. A
 * participant has an id, by which a duty finds them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const kind of ['declined', 'another_time', 'call_moved', 'call_off'])
    await sql`alter type task_kind add value ${sql.lit(`meeting_${kind}`)}`.execute(db)
  for (const kind of ['moved', 'off'])
    await sql`alter type letter_kind add value ${sql.lit(kind)}`.execute(db)
  await sql`alter table participant add column id uuid not null default uuidv7() unique`.execute(db)
  await sql`alter table letter add column starts_at timestamptz`.execute(db)
  await sql`comment on column letter.starts_at is 'When the meeting was to begin, as the letter says.'`.execute(
    db,
  )
  await sql`create index letter_by_subject on letter (subject_id)`.execute(db)
  // The mail itself says when it may have arrived.
  await sql`alter table meeting_notice drop column may_have_arrived`.execute(db)
}
