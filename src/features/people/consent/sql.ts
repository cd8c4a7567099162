import type { Insertable, Transaction } from 'kysely'
import type { ConsentPurpose, ConsentWay, ConsentWithdrawal, DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function insertConsent(
  db: Tx,
  consent: {
    municipality: string
    personId: string
    locale: string
    text: string
    purpose?: ConsentPurpose
    way?: ConsentWay
    actor: string
    givenAt: Temporal.Instant
  },
) {
  await db
    .insertInto('consent')
    .values({ purpose: 'matching', ...consent })
    .execute()
}

/** A person's consents that are not withdrawn, newest first. */
export async function listConsentsInForce(db: Tx, personId: string) {
  return consents(db, personId).where('consentWithdrawal.at', 'is', null).execute()
}

/** All consents of a person, with withdrawals, newest first. */
export async function listConsents(db: Tx, personId: string) {
  return consents(db, personId).execute()
}

function consents(db: Tx, personId: string) {
  return db
    .selectFrom('consent')
    .leftJoin('consentWithdrawal', 'consentWithdrawal.consentId', 'consent.id')
    .select([
      'consent.id',
      'consent.purpose',
      'consent.text',
      'consent.hash',
      'consent.locale',
      'consent.way',
      'consent.givenAt',
      'consentWithdrawal.at as withdrawnAt',
    ])
    .where('consent.personId', '=', personId)
    .orderBy('consent.givenAt', 'desc')
    .orderBy('consent.id')
}

export async function insertWithdrawals(db: Tx, withdrawals: Insertable<ConsentWithdrawal>[]) {
  await db.insertInto('consentWithdrawal').values(withdrawals).execute()
}

export async function listRoles(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select('role')
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
