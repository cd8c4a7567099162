import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

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

/** Marks a time step as used and stores the secret encrypted with the current key. */
export async function markTotpUsed(db: Tx, id: string, step: number, secret: string) {
  await db
    .updateTable('account')
    .set({ totpStep: step, totpSecret: secret })
    .where('id', '=', id)
    .execute()
}

/** The TOTP secrets of every account that has one. */
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

/** Deletes a recovery code; returns whether it existed. */
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
