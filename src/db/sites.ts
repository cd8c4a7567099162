import type { Transaction } from 'kysely'
import type { DB } from './types.ts'

type Tx = Transaction<DB>

/** The places where a municipality's people meet, by name. */
export async function listSites(db: Tx, municipality: string) {
  return db
    .selectFrom('site')
    .select(['id', 'name', 'address', 'vulnerableArea'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** A site of the municipality; another municipality's is not found. */
export async function findSite(db: Tx, id: string, municipality: string) {
  return db
    .selectFrom('site')
    .select('id')
    .where('id', '=', id)
    .where('municipality', '=', municipality)
    .executeTakeFirst()
}
