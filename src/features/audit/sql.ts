import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
import type { AuditEntry, DB } from '../../db/types.ts'

export async function insertEntries(db: Transaction<DB>, entries: Insertable<AuditEntry>[]) {
  if (entries.length > 0) await db.insertInto('auditEntry').values(entries).execute()
}

export async function insertEntryForEach(
  db: Transaction<DB>,
  entry: Insertable<AuditEntry>,
  people: RawBuilder<unknown>,
) {
  await sql`
    insert into audit_entry (municipality, at, actor, action, person_id, subject_id)
    select ${entry.municipality}, ${entry.at}::timestamptz, ${entry.actor}, ${entry.action},
      person_id, ${entry.subjectId}::uuid
    from (${people}) as people`.execute(db)
}
