import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { Account, DB } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { deleteDevices } from './sessions/sql.ts'

type Tx = Transaction<DB>

/** Prevents another account from being created between the count and the insert. */
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

/** Locked, so that disabling it or changing its password waits or is noticed. */
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

/** Ends every session of an account, on every instance. */
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

export async function isMunicipality(db: Tx, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('municipality')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

export async function markDisabled(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('account').set({ disabledAt: at }).where('id', '=', id).execute()
}

/** Links the account to an identity at the issuer. */
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

/** Removes password, second factor, issuer link and known browsers. */
export async function resetCredentials(db: Tx, id: string): Promise<void> {
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
