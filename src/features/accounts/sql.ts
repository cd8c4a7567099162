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

/** A link that still opens something; locked, so that words are tried one after the other. */
export async function lockLink(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .selectFrom('mailedLink')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

/** Counts a wrong word, and says how many there were; the last that is let through ends the link. */
export async function markWrongWord(
  db: Tx,
  hash: string,
  { most, at }: { most: number; at: Temporal.Instant },
): Promise<number> {
  const { wrongWords } = await db
    .updateTable('mailedLink')
    .set((eb) => ({
      wrongWords: eb('wrongWords', '+', 1),
      expiresAt: eb
        .case()
        .when('wrongWords', '>=', most - 1)
        .then(eb.val(at))
        .else(eb.ref('expiresAt'))
        .end(),
    }))
    .where('hash', '=', hash)
    .returning('wrongWords')
    .executeTakeFirstOrThrow()
  return wrongWords
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

export async function deletePersonLinks(db: Tx, personId: string) {
  await db
    .deleteFrom('mailedLink')
    .where('personId', '=', personId)
    .where('purpose', 'in', ['sign-in', 'confirm-email'])
    // A used one opens nothing any more, and can say so.
    .where('usedAt', 'is', null)
    .execute()
}

/** They open nothing from now on, and can still say so. */
export async function expireSignInLinks(
  db: Tx,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mailedLink')
    .set({ expiresAt: at })
    .where('personId', '=', personId)
    .where('purpose', '=', 'sign-in')
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .execute()
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

/** The browser has been with the issuer, and has a session there too. */
export async function markByIssuer(db: Tx, id: string): Promise<void> {
  await db.updateTable('session').set({ byIssuer: true }).where('id', '=', id).execute()
}

/** By its row: where its token is not shown. */
export async function deleteSessionRow(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
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

/** A token, as long as the colleague who made it works in its municipality: it was theirs to give. */
export async function findApiToken(db: Tx, id: string): Promise<Selectable<ApiToken> | undefined> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account')
            .select('account.id')
            .whereRef(sql<string>`'staff:' || account.id`, '=', 'createdBy')
            .whereRef('account.municipality', 'is distinct from', 'apiToken.municipality'),
        ),
      ),
    )
    .executeTakeFirst()
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

/** Held until the end of the transaction: attempts at one thing are counted one after the other. */
export async function lockAttempts(db: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function countAttempts(db: Tx, key: string, since: Temporal.Instant) {
  const { count } = await db
    .selectFrom('attempt')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('key', '=', key)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertAttempt(db: Tx, key: string, at: Temporal.Instant): Promise<void> {
  await db.insertInto('attempt').values({ key, at }).execute()
}

export async function deleteAttempts(db: Tx, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute()
}

export async function deleteOldAttempts(db: Tx, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('attempt').where('at', '<', before).execute()
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

/** A colleague's session that is not over, whether or not the second factor has been given. */
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

/** The session goes on under another token: whoever saw the old one has nothing. */
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

export async function markTotpPending(db: Tx, id: string, secret: string): Promise<void> {
  await db.updateTable('account').set({ totpPending: secret }).where('id', '=', id).execute()
}

export async function markTotp(db: Tx, id: string, secret: string, step: number): Promise<void> {
  await db
    .updateTable('account')
    .set({ totpSecret: secret, totpStep: step, totpPending: null })
    .where('id', '=', id)
    .execute()
}

/** The code of a step was used; its secret is stored again as it is sealed today. */
export async function markTotpUsed(db: Tx, id: string, step: number, secret: string) {
  await db
    .updateTable('account')
    .set({ totpStep: step, totpSecret: secret })
    .where('id', '=', id)
    .execute()
}

/** What authenticator apps share with us, of every account that has something. */
export async function listTotpSecrets(db: Tx) {
  return db
    .selectFrom('account')
    .select(['id', 'totpSecret', 'totpPending'])
    .where((eb) => eb.or([eb('totpSecret', 'is not', null), eb('totpPending', 'is not', null)]))
    .orderBy('id')
    .execute()
}

export async function markTotpSealed(
  db: Tx,
  id: string,
  sealed: { totpSecret: string | null; totpPending: string | null },
): Promise<void> {
  await db.updateTable('account').set(sealed).where('id', '=', id).execute()
}

export async function replaceRecoveryCodes(
  db: Tx,
  accountId: string,
  hashes: readonly string[],
  createdAt: Temporal.Instant,
): Promise<void> {
  await db.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute()
  await db
    .insertInto('recoveryCode')
    .values(hashes.map((hash) => ({ accountId, hash, createdAt })))
    .execute()
}

/** True when the code was there; it is gone now. */
export async function deleteRecoveryCode(
  db: Tx,
  accountId: string,
  hash: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recoveryCode')
    .where('accountId', '=', accountId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function markDisabled(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('account').set({ disabledAt: at }).where('id', '=', id).execute()
}

/** The colleague is who the issuer calls this from now on. */
export async function markLinked(
  db: Tx,
  id: string,
  who: { issuer: string; subject: string },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ oidcIssuer: who.issuer, oidcSubject: who.subject })
    .where('id', '=', id)
    .execute()
}

/** As if just invited: no password, no second factor, unknown to the issuer, and no browser known. */
export async function markForgotten(db: Tx, id: string): Promise<void> {
  await db
    .updateTable('account')
    .set({
      ...{ password: null, totpSecret: null, totpStep: null, totpPending: null },
      ...{ oidcIssuer: null, oidcSubject: null, disabledAt: null },
    })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('recoveryCode').where('accountId', '=', id).execute()
  await deleteDevices(db, id)
}

export async function revokeTokensOf(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('apiToken')
    .set({ revokedAt: at })
    .where('createdBy', '=', `staff:${id}`)
    .where('revokedAt', 'is', null)
    .execute()
}
