import { type Kysely, sql } from 'kysely'

/** A day of the record is read often: to see who looked at unusually many people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_entry_by_time on audit_entry (municipality, at)`.execute(db)
}
