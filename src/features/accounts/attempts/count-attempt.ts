import { createHash } from 'node:crypto'
import { actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { countAttempts, insertAttempt, lockAttempts } from './sql.ts'

/** How much of something is let through, in a quarter of an hour unless it says otherwise. */
export interface Limit {
  key: string
  most: number
  /** A day at most: older attempts are not kept. */
  within?: Temporal.Duration
}

const period = Temporal.Duration.from({ minutes: 15 })

/** `mayAttempt`, for what is refused aloud. */
export async function countAttempt(ctx: Context, limits: readonly Limit[]): Promise<void> {
  if (!(await mayAttempt(ctx, limits))) throw new Problem('rate-limited')
}

/**
 * Counts an attempt before it is made, and says no when there were too many already: counting
 * afterwards would let fifty at once all see none. What is refused counts no further, so that nobody
 * can prolong a limit. All instances count together.
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

/** Addresses of people and machines are counted, not kept. */
export function attemptKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
