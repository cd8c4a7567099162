import type { Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { openProgramme } from '../../db/programmes.ts'
import type { DB } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { Appointment, Holder, Period } from './schema.ts'

type Tx = Transaction<DB>

/**
 * Inserts a booking for each holder who is free, and returns their ids. In the order of the ids:
 * two transactions that want the same holders wait for each other in one direction only.
 */
export async function insertBookings(
  db: Tx,
  what: Appointment & { municipality: string },
  { startsAt, endsAt }: Period,
  holders: readonly Holder[],
): Promise<string[]> {
  if (holders.length === 0) return []
  const during = `[${startsAt.toString()},${endsAt.toString()})`
  const rows = holders
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ kind, id }) => ({ ...what, kind, holder: id, during }))
  const booked = await db
    .insertInto('booking')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('holder')
    .execute()
  return booked.map(({ holder }) => holder)
}

export async function deleteBookings(db: Tx, what: Appointment, personId?: string): Promise<void> {
  const [column, id] =
    'meetingId' in what
      ? (['meetingId', what.meetingId] as const)
      : (['interviewId', what.interviewId] as const)
  let deletion = db.deleteFrom('booking').where(column, '=', id)
  if (personId !== undefined) deletion = deletion.where('personId', '=', personId)
  await deletion.execute()
}

/** The names by which coordinators know people, rooms, colleagues and sites. */
export async function listHolderNames(
  db: Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const table of ['person', 'room', 'account', 'site'] as const)
    for (const { id, name } of await listNames(db, table, ids)) names.set(id, name)
  return names
}

export async function listNames(
  db: Tx,
  table: 'person' | 'room' | 'account' | 'site',
  ids: readonly string[],
) {
  if (ids.length === 0) return []
  return db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
}

/** A coordinator at work in the municipality. */
export async function findColleague(db: Tx, id: string, municipality: string) {
  return db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('municipality', '=', municipality)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Where a municipality's pairs may meet besides its sites. */
export async function readMeetingPlaces(db: Tx, municipality: string) {
  return openProgramme(db, municipality)
    .select(['id', 'meetingLink', 'meetsElsewhere'])
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function findRoom(db: Tx, siteId: string, id: string) {
  return db
    .selectFrom('room')
    .select('id')
    .where('id', '=', id)
    .where('siteId', '=', siteId)
    .where('removed', '=', false)
    .executeTakeFirst()
}

/** What a site says about one day: that it is closed, or open although it is a public holiday. */
export async function findSiteDay(db: Tx, siteId: string, day: Temporal.PlainDate) {
  return db
    .selectFrom('siteDay')
    .select('opens')
    .where('siteId', '=', siteId)
    .where('day', '=', day)
    .executeTakeFirst()
}

/** A site of the municipality with its weekly hours. */
export async function findSiteWithHours(db: Tx, id: string, municipality: string) {
  return db
    .selectFrom('site')
    .select((eb) => [
      'site.id',
      jsonArrayFrom(
        eb
          .selectFrom('siteHours')
          .select(['siteHours.day', 'siteHours.opens', 'siteHours.closes', 'siteHours.staffed'])
          .whereRef('siteHours.siteId', '=', 'site.id')
          .orderBy('siteHours.day')
          .orderBy('siteHours.opens'),
      ).as('hours'),
    ])
    .where('site.id', '=', id)
    .where('site.municipality', '=', municipality)
    .executeTakeFirst()
}

export async function listRooms(db: Tx, municipality: string) {
  return db
    .selectFrom('room')
    .select(['siteId', 'id', 'name'])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
