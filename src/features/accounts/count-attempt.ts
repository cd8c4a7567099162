import { createHash } from 'node:crypto'
import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { countAttempts, insertAttempt, lockAttempts } from './sql.ts'

/** How much of something is let through in a quarter of an hour. */
export interface Limit {
  key: string
  most: number
}

const period = Temporal.Duration.from({ minutes: 15 })

/**
 * Counts an attempt before it is made, and refuses it when there were too many already: counting
 * afterwards would let fifty at once all see none. What is refused counts no further, so that nobody
 * can prolong a limit. All instances count together.
 */
export async function countAttempt(ctx: Context, limits: readonly Limit[]): Promise<void> {
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const sorted = limits
      .map(({ key, most }) => ({ key: attemptKey(key), most }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const { key } of sorted) await lockAttempts(ctx.db, key)
    const since = ctx.now().subtract(period)
    for (const { key, most } of sorted)
      if ((await countAttempts(ctx.db, key, since)) >= most) throw new Problem('rate-limited')
    for (const { key } of sorted) await insertAttempt(ctx.db, key, ctx.now())
  })
}

/** Addresses of people and machines are counted, not kept. */
export function attemptKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
