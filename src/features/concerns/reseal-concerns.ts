import { actingAs, type Context, transact } from '../../context.ts'
import { BrokenSeal, type KeyRing, type SealedPlace } from '../../db/seal.ts'
import { concernPlace, stepPlace } from './sealed-places.ts'
import { listSealedTexts, markSealed } from './sql.ts'

/**
 * Seals every text about concerns with the current key, so that an earlier key can be removed. Refuses
 * a key ring that lacks a key in use.
 */
export async function resealConcerns(ctx: Context, keys: KeyRing): Promise<void> {
  const system = actingAs(ctx, { kind: 'system' })
  const { concerns, steps } = await transact(system, (ctx) => listSealedTexts(ctx.db))
  const all = [
    ...concerns.map((row) => ({ ...row, table: 'concern', place: concernPlace(row.id) }) as const),
    ...steps.map((row) => ({ ...row, table: 'concernStep', place: stepPlace(row.id) }) as const),
  ]
  for (const { text } of all) {
    const missing = text === null ? undefined : keys.missingKey(text)
    if (missing !== undefined)
      throw new BrokenSeal(`the key ${missing}, which values are sealed with, is not among them`)
  }
  for (const { id, table, text, place } of all) {
    if (text === null || keys.isCurrent(text)) continue
    const renewed = renew(keys, text, place)
    await transact(system, (ctx) => markSealed(ctx.db, table, id, { from: text, to: renewed }))
  }
}

/** An altered text is left as it is: its readers get an error, and the others continue. */
function renew(keys: KeyRing, text: string, place: SealedPlace): string {
  try {
    return keys.seal(keys.open(text, place), place)
  } catch (error) {
    if (error instanceof BrokenSeal) return text
    throw error
  }
}
