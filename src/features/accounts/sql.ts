import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { Account, ApiToken, DB, LinkPurpose, MailedLink, Session } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

export async function insertLink(db: Tx, link: Insertable<MailedLink>): Promise<void> {
  await db.insertInto('mailedLink').values(link).execute()
}

export async function findLink(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .selectFrom('mailedLink')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
}

/** Marks a link used. Of two who press at once the second waits for the first and then finds it used. */
export async function markLinkUsed(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
  at: Temporal.Instant,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .updateTable('mailedLink')
    .set({ usedAt: at })
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteLinks(db: Tx, purpose: LinkPurpose, accountId: string | null) {
  await db
    .deleteFrom('mailedLink')
    .where('purpose', '=', purpose)
    .where('accountId', 'is not distinct from', accountId)
    .execute()
}

/** Held until the end: nobody can create an account between our counting and our own. */
export async function lockAccounts(db: Tx): Promise<void> {
  await sql`lock table account in share row exclusive mode`.execute(db)
}

export async function countAccounts(db: Tx): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertAccount(db: Tx, account: Insertable<Account>): Promise<string> {
  const { id } = await db
    .insertInto('account')
    .values(account)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findAccountByEmail(
  db: Tx,
  email: string,
): Promise<Selectable<Account> | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
}

export async function readAccount(db: Tx, id: string) {
  return db
    .selectFrom('account')
    .leftJoin('municipality', 'municipality.code', 'account.municipality')
    .selectAll('account')
    .select('municipality.name as municipalityName')
    .where('account.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Locked, so that disabling it or changing its password waits, or is seen. */
export async function lockAccount(db: Tx, id: string): Promise<Selectable<Account>> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markPassword(db: Tx, id: string, password: string): Promise<void> {
  await db.updateTable('account').set({ password }).where('id', '=', id).execute()
}

/** Ends every session of an account at once, on every instance. */
export async function raiseEpoch(db: Tx, id: string): Promise<number> {
  const { sessionEpoch } = await db
    .updateTable('account')
    .set((eb) => ({ sessionEpoch: eb('sessionEpoch', '+', 1) }))
    .where('id', '=', id)
    .returning('sessionEpoch')
    .executeTakeFirstOrThrow()
  return sessionEpoch
}

export async function findPersonMunicipality(db: Tx, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('municipality')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.municipality
}

export async function insertSession(db: Tx, session: Insertable<Session>): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

/** A session with whoever it belongs to, as they are now and not as they were when it began. */
export async function findSession(db: Tx, hash: string) {
  return db
    .selectFrom('session')
    .leftJoin('account', 'account.id', 'session.accountId')
    .leftJoin('person', 'person.id', 'session.personId')
    .select([
      'session.epoch',
      'session.lastSeenAt',
      'session.expiresAt',
      'account.id as accountId',
      'account.name',
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

export async function deleteSession(db: Tx, hash: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hash).execute()
}

export async function deleteExpiredSessions(db: Tx, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
}

export async function insertApiToken(db: Tx, token: Insertable<ApiToken>): Promise<string> {
  const { id } = await db
    .insertInto('apiToken')
    .values(token)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findApiToken(db: Tx, id: string): Promise<Selectable<ApiToken> | undefined> {
  return db.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listApiTokens(db: Tx, municipality: string): Promise<Selectable<ApiToken>[]> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('municipality', '=', municipality)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function markTokenUsed(db: Tx, id: string, day: Temporal.PlainDate): Promise<void> {
  await db.updateTable('apiToken').set({ lastUsedOn: day }).where('id', '=', id).execute()
}

export async function markTokenRevoked(
  db: Tx,
  id: string,
  municipality: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('apiToken')
    .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(at)) }))
    .where('id', '=', id)
    .where('municipality', '=', municipality)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function isMunicipality(db: Tx, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('municipality')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}
