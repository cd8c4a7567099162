import type { Insertable, Transaction } from 'kysely'
import type { AuditEntry, DB } from '../../db/types.ts'

export async function insertEntries(db: Transaction<DB>, entries: Insertable<AuditEntry>[]) {
  if (entries.length > 0) await db.insertInto('auditEntry').values(entries).execute()
}
