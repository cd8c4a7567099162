import type { Insertable, Transaction } from 'kysely'
import type { DB, Session } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function insertSession(db: Tx, session: Insertable<Session>): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

/** A session with the current data of its account or person. */
export async function findSession(db: Tx, hash: string) {
  return db
    .selectFrom('session')
    .leftJoin('account', 'account.id', 'session.accountId')
    .leftJoin('person', 'person.id', 'session.personId')
    .select([
      'session.epoch',
      'session.lastSeenAt',
      'session.expiresAt',
      'session.verifiedAt',
      'account.id as accountId',
      'account.name',
      'account.password',
      'account.totpSecret',
      'account.oidcSubject',
      'account.role',
      'account.municipality as accountMunicipality',
      'account.sessionEpoch',
      'account.disabledAt',
      'person.id as personId',
      'person.municipality as personMunicipality',
    ])
    .where('session.hash', '=', hash)
    .executeTakeFirst()
}

export async function markSeen(db: Tx, hash: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('session').set({ lastSeenAt: at }).where('hash', '=', hash).execute()
}

export async function deleteSession(db: Tx, hash: string) {
  return db.deleteFrom('session').where('hash', '=', hash).returning('byIssuer').executeTakeFirst()
}

/** The browser also has a session at the issuer. */
export async function markByIssuer(db: Tx, id: string): Promise<void> {
  await db.updateTable('session').set({ byIssuer: true }).where('id', '=', id).execute()
}

/** By id, where the token is unknown. */
export async function deleteSessionRow(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

export async function deleteExpiredSessions(db: Tx, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
}

export async function isKnownDevice(db: Tx, hash: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('knownDevice')
    .select('hash')
    .where('hash', '=', hash)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertDevice(
  db: Tx,
  hash: string,
  accountId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('knownDevice')
    .values({ hash, accountId, seenAt: at })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ seenAt: at }))
    .execute()
}

export async function deleteDevices(db: Tx, accountId: string): Promise<void> {
  await db.deleteFrom('knownDevice').where('accountId', '=', accountId).execute()
}

/** A colleague's session that has not expired, with or without the second factor. */
export async function findOwnSession(
  db: Tx,
  [column, value]: ['session.hash' | 'session.id', string],
  now: Temporal.Instant,
  seenAfter: Temporal.Instant,
) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select([
      'session.id',
      'session.hash',
      'session.verifiedAt',
      'account.id as accountId',
      'account.email',
      'account.password',
      'account.totpSecret',
      'account.totpPending',
      'account.oidcSubject',
    ])
    .where(column, '=', value)
    .where('session.expiresAt', '>', now)
    .where('session.lastSeenAt', '>', seenAfter)
    .where('account.disabledAt', 'is', null)
    .whereRef('account.sessionEpoch', '=', 'session.epoch')
    .executeTakeFirst()
}

/** Renews the token, so that a copy of the old one stops working. */
export async function markVerified(
  db: Tx,
  hash: string,
  renewed: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ hash: renewed, verifiedAt: at, lastSeenAt: at })
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
}

export async function listSessions(db: Tx, accountId: string) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select(['session.id', 'session.device', 'session.createdAt', 'session.lastSeenAt'])
    .where('session.accountId', '=', accountId)
    .whereRef('session.epoch', '=', 'account.sessionEpoch')
    .orderBy('session.lastSeenAt', 'desc')
    .orderBy('session.id')
    .execute()
}

export async function deleteOwnSession(db: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteOtherSessions(db: Tx, accountId: string, hash: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('hash', '<>', hash)
    .execute()
}
