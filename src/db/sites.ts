import { sql, type Transaction } from 'kysely'
import type { DB } from './types.ts'

type Tx = Transaction<DB>

/**
 * Where a meeting is, in one line, with its site and room joined: the site with its address and the
 * room, the link of a meeting online, or the place that its planner wrote.
 */
export const venue = sql<string>`concat_ws(', ', site.name, site.address, room.name, meeting.place_text)`

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
