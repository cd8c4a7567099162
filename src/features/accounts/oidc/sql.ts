import type { Insertable, Selectable, Transaction } from 'kysely'
import type { Account, DB, OidcAttempt } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function insertAttempt(db: Tx, attempt: Insertable<OidcAttempt>): Promise<void> {
  await db.insertInto('oidcAttempt').values(attempt).execute()
}

export async function deleteOldAttempts(db: Tx, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('oidcAttempt').where('expiresAt', '<=', now).execute()
}

/** Deletes and returns an attempt, so that only one of two simultaneous answers finds it. */
export async function takeAttempt(
  db: Tx,
  attempt: { stateHash: string; browserHash: string; now: Temporal.Instant },
): Promise<Selectable<OidcAttempt> | undefined> {
  return db
    .deleteFrom('oidcAttempt')
    .where('stateHash', '=', attempt.stateHash)
    .where('browserHash', '=', attempt.browserHash)
    .where('expiresAt', '>', attempt.now)
    .returningAll()
    .executeTakeFirst()
}

/** The account linked to an identity. Locked, so that disabling it waits or is noticed. */
export async function lockAccountOf(
  db: Tx,
  who: { issuer: string; subject: string },
): Promise<Selectable<Account> | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('oidcIssuer', '=', who.issuer)
    .where('oidcSubject', '=', who.subject)
    .forUpdate()
    .executeTakeFirst()
}
