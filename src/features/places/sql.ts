import type { Transaction } from 'kysely'
import type { DB } from '../../db/types.ts'
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

/** The names by which coordinators know the holders. */
export async function listHolderNames(
  db: Tx,
  holders: readonly Holder[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const table of ['person', 'room', 'account'] as const) {
    const ids = holders.filter(({ kind }) => kind === table).map(({ id }) => id)
    if (ids.length === 0) continue
    const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
    for (const { id, name } of rows) names.set(id, name)
  }
  return names
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
