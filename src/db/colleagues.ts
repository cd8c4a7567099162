import type { Transaction } from 'kysely'
import type { DB } from './types.ts'

/** A municipality's accounts that work, by name. */
export async function listColleagues(db: Transaction<DB>, municipality: string) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
