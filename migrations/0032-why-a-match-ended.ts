import { type Kysely, sql } from 'kysely'

/** A match that ends says whose leaving ended it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match add column end_reason text
    check (end_reason in ('mentor-left', 'mentee-left'))`.execute(db)
  await sql`comment on column match.end_reason is
    'Only of a closed match that ended because one of the two left'`.execute(db)
}
