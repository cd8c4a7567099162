import { type Kysely, type RawBuilder, sql, type Transaction, type Updateable } from 'kysely'
import { inScope } from '../db/scope/in-scope.ts'
import type { DB, Duty } from '../db/types.ts'

type Tx = Transaction<DB>

/** A duty as a worker took it up. */
export interface Claimed {
  id: string
  name: string
  subjectId: string | null
  since: Temporal.Instant
  failures: number
  /** Who takes it up later has a higher one: that fences off a worker that was thought dead. */
  attempt: number
  abandoned: number
}

/** The end of a lease taken now. Only this goes by the clock of the database. */
function leaseEnd(seconds: number): RawBuilder<Temporal.Instant> {
  return sql`clock_timestamp() + make_interval(secs => ${seconds})`
}

/** Puts something to be done into the caller's transaction. Every actor may; only the system reads it. */
export async function insertDuty(
  db: Kysely<DB>,
  name: string,
  subjectId: string,
  dueAt: Temporal.Instant,
): Promise<void> {
  await db.insertInto('duty').values({ name, subjectId, since: dueAt, dueAt }).execute()
}

/** Adds the duties that come again and are not there yet, due at once. */
export async function insertRecurring(
  db: Tx,
  names: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (names.length === 0) return
  await db
    .insertInto('duty')
    .values(names.map((name) => ({ name, since: now, dueAt: now })))
    .onConflict((conflict) => conflict.column('name').where('subjectId', 'is', null).doNothing())
    .execute()
}

/**
 * Takes the leases of what is due, the longest due first, as many of each name as there are places.
 * What another worker takes at this moment is passed by.
 */
export async function claimDue(
  db: Tx,
  places: readonly { name: string; places: number }[],
  now: Temporal.Instant,
  leaseSeconds: number,
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (
      select taken.id
      from jsonb_to_recordset(${JSON.stringify(places)}) as free(name text, places integer)
      cross join lateral (
        select duty.id from duty
        where ${inScope('duty')} and duty.name = free.name and duty.given_up_at is null
          and duty.due_at <= ${now}
          and (duty.held_until is null or duty.held_until < clock_timestamp())
        order by duty.due_at, duty.id
        limit free.places
        for update skip locked) as taken)
    update duty set
      attempt = duty.attempt + 1,
      abandoned = case when duty.held_until is null then 0 else duty.abandoned + 1 end,
      held_until = ${leaseEnd(leaseSeconds)}
    from due where ${inScope('duty')} and duty.id = due.id
    returning duty.id, duty.name, duty.subject_id, duty.since, duty.failures, duty.attempt,
      duty.abandoned`.execute(db)
  return rows
}

/**
 * Renews leases; returns the ids of those that the caller still holds. Skips a row that is locked, as by
 * the caller's own long transaction: a claim skips it too.
 */
export async function renewLeases(
  db: Tx,
  held: readonly { id: string; attempt: number }[],
  leaseSeconds: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as (
      select id, attempt from jsonb_to_recordset(${JSON.stringify(held)})
        as held(id uuid, attempt integer)),
    free as (
      select duty.id from duty join held using (id, attempt) where ${inScope('duty')}
      for no key update of duty skip locked),
    renewed as (
      update duty set held_until = ${leaseEnd(leaseSeconds)}
      from free where ${inScope('duty')} and duty.id = free.id)
    select duty.id from duty join held using (id, attempt) where ${inScope('duty')}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Locked, or a worker that was thought dead could write beside the one that took over. Shared: the holder
 * may have several transactions.
 */
export async function lockLease(db: Tx, id: string, attempt: number): Promise<boolean> {
  const row = await db
    .selectFrom('duty')
    .select('id')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** It is done, for good. */
export async function deleteDuty(db: Tx, { id, attempt }: Claimed): Promise<void> {
  await db.deleteFrom('duty').where('id', '=', id).where('attempt', '=', attempt).execute()
}

/** Ends the lease and says what comes next; nothing when another worker has taken over. */
export async function settleDuty(
  db: Tx,
  { id, attempt }: Claimed,
  next: Updateable<Duty> = {},
): Promise<void> {
  await db
    .updateTable('duty')
    .set({ ...next, heldUntil: null })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .execute()
}
