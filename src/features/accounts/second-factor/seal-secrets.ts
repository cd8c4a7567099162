import { actingAs, type Context, transact } from '../../../context.ts'
import { BrokenSeal, type KeyRing } from '../../../db/seal.ts'
import { listTotpSecrets, markTotpSealed } from './sql.ts'
import { lockAccount } from '../sql.ts'
import { totpPlace } from './totp.ts'

/**
 * Encrypts every TOTP secret that is in clear or under an earlier key with the current key, so that
 * the earlier key can be removed. One transaction per account: others keep working, and an
 * interruption loses nothing. Refuses a key ring that lacks a key in use.
 */
export async function sealSecrets(ctx: Context, keys: KeyRing): Promise<void> {
  const system = actingAs(ctx, { kind: 'system' })
  const accounts = await transact(system, (ctx) => listTotpSecrets(ctx.db))
  for (const { totpSecret, totpPending } of accounts)
    for (const stored of [totpSecret, totpPending]) {
      const missing = stored === null ? undefined : keys.missingKey(stored)
      if (missing !== undefined)
        throw new BrokenSeal(`the key ${missing}, which values are sealed with, is not among them`)
    }
  for (const { id, totpSecret, totpPending } of accounts)
    if (isOutdated(keys, totpSecret) || isOutdated(keys, totpPending))
      await transact(system, async (ctx) => {
        const { totpSecret, totpPending } = await lockAccount(ctx.db, id)
        await markTotpSealed(ctx.db, id, {
          totpSecret: renewed(keys, totpSecret, totpPlace('totp_secret', id)),
          totpPending: renewed(keys, totpPending, totpPlace('totp_pending', id)),
        })
      })
}

function isOutdated(keys: KeyRing, stored: string | null): boolean {
  return stored !== null && !keys.isCurrent(stored)
}

function renewed(keys: KeyRing, stored: string | null, place: ReturnType<typeof totpPlace>) {
  if (stored === null || keys.isCurrent(stored)) return stored
  // A base32 secret from before secrets were encrypted.
  if (/^[A-Z2-7]+$/.test(stored)) return keys.seal(stored, place)
  try {
    return keys.seal(keys.open(stored, place), place)
  } catch (error) {
    // An altered value is left alone: its owner gets an error, and the others continue.
    if (error instanceof BrokenSeal) return stored
    throw error
  }
}
