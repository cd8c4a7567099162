import type { Insertable, Transaction } from 'kysely'
import type { DB, Site, SiteDay, SiteHours } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

interface OwnSite {
  id: string
  municipality: string
}

export async function insertSite(db: Tx, site: Insertable<Site>): Promise<string> {
  const { id } = await db.insertInto('site').values(site).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Locked, so that the changes of two coordinators do not mix. */
export async function lockSite(db: Tx, id: string) {
  return db
    .selectFrom('site')
    .select(['id', 'municipality', 'version'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function raiseVersion(db: Tx, id: string): Promise<void> {
  await db
    .updateTable('site')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function confirmHours(db: Tx, id: string): Promise<void> {
  await db.updateTable('site').set({ hoursConfirmed: true }).where('id', '=', id).execute()
}

export async function replaceHours(
  db: Tx,
  { id: siteId, municipality }: OwnSite,
  hours: readonly Omit<Insertable<SiteHours>, 'siteId' | 'municipality'>[],
): Promise<void> {
  await db.deleteFrom('siteHours').where('siteId', '=', siteId).execute()
  if (hours.length === 0) return
  const rows = hours.map((one) => ({ ...one, siteId, municipality }))
  await db.insertInto('siteHours').values(rows).execute()
}

export async function replaceDays(
  db: Tx,
  { id: siteId, municipality }: OwnSite,
  days: readonly Omit<Insertable<SiteDay>, 'siteId' | 'municipality'>[],
): Promise<void> {
  await db.deleteFrom('siteDay').where('siteId', '=', siteId).execute()
  if (days.length === 0) return
  const rows = days.map((one) => ({ ...one, siteId, municipality }))
  await db.insertInto('siteDay').values(rows).execute()
}

export async function readSite(db: Tx, id: string) {
  return db
    .selectFrom('site')
    .select(['id', 'name', 'address', 'vulnerableArea', 'version', 'hoursConfirmed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function listHours(db: Tx, siteId: string) {
  return db
    .selectFrom('siteHours')
    .select(['day', 'opens', 'closes', 'staffed'])
    .where('siteId', '=', siteId)
    .orderBy('day')
    .orderBy('opens')
    .execute()
}

export async function listDays(db: Tx, siteId: string, from: Temporal.PlainDate) {
  return db
    .selectFrom('siteDay')
    .select(['day', 'opens'])
    .where('siteId', '=', siteId)
    .where('day', '>=', from)
    .orderBy('day')
    .execute()
}

export async function listRooms(db: Tx, siteId: string) {
  return db
    .selectFrom('room')
    .select(['id', 'name'])
    .where('siteId', '=', siteId)
    .where('removed', '=', false)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function insertRooms(
  db: Tx,
  { id: siteId, municipality }: OwnSite,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return
  const rows = names.map((name) => ({ siteId, municipality, name }))
  await db.insertInto('room').values(rows).execute()
}

/** The rooms among these that are booked for something that has not ended. */
export async function listBookedRooms(db: Tx, ids: readonly string[], now: Temporal.Instant) {
  if (ids.length === 0) return []
  return db
    .selectFrom('room')
    .select('room.name')
    .where('room.id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('booking')
          .select('booking.id')
          .whereRef('booking.roomId', '=', 'room.id')
          .where((eb) => eb(eb.fn('upper', ['booking.during']), '>', now)),
      ),
    )
    .orderBy('room.name')
    .execute()
}

/** Removed rooms stay with the meetings they held, and free their names. */
export async function removeRooms(db: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('room').set({ removed: true }).where('id', 'in', ids).execute()
}

/** Renames rooms, which may swap their names: until all have the new one they count as removed. */
export async function renameRooms(
  db: Tx,
  rooms: readonly { id: string; name: string }[],
): Promise<void> {
  await removeRooms(
    db,
    rooms.map(({ id }) => id),
  )
  for (const { id, name } of rooms)
    await db.updateTable('room').set({ name, removed: false }).where('id', '=', id).execute()
}

/** The planned meetings at a site that have not begun, in order. */
export async function listComing(db: Tx, siteId: string, now: Temporal.Instant) {
  return db
    .selectFrom('meeting')
    .select(['id', 'type', 'startsAt', 'endsAt'])
    .where('siteId', '=', siteId)
    .where('state', '=', 'scheduled')
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}
