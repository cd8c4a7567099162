import { createHash } from 'node:crypto'
import { actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { countAttempts, insertAttempt, lockAttempts } from './sql.ts'

/** A limit on attempts, in 15 minutes unless `within` says otherwise. */
export interface Limit {
  key: string
  most: number
  /** At most a day, because older attempts are deleted. */
  within?: Temporal.Duration
}

const period = Temporal.Duration.from({ minutes: 15 })

/** `mayAttempt` that throws. */
export async function countAttempt(ctx: Context, limits: readonly Limit[]): Promise<void> {
  if (!(await mayAttempt(ctx, limits))) throw new Problem('rate-limited')
}

/**
 * Counts an attempt beforehand, since simultaneous ones would all pass a later count. Returns false
 * at the limit; refused attempts are not counted, so that they cannot prolong it.
 */
export async function mayAttempt(ctx: Context, limits: readonly Limit[]): Promise<boolean> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const sorted = limits
      .map((limit) => ({ ...limit, key: attemptKey(limit.key) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const { key } of sorted) await lockAttempts(ctx.db, key)
    for (const { key, most, within = period } of sorted)
      if ((await countAttempts(ctx.db, key, ctx.now().subtract(within))) >= most) return false
    for (const { key } of sorted) await insertAttempt(ctx.db, key, ctx.now())
    return true
  })
}

/** Only hashes of addresses are stored. */
export function attemptKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
