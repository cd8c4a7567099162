import { type Kysely, sql } from 'kysely'

/** A closed match says which of the two left. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match add column end_reason text
    check (end_reason in ('mentor-left', 'mentee-left'))`.execute(db)
  await sql`comment on column match.end_reason is
    'Set when the match was closed because one of the two left'`.execute(db)
}
