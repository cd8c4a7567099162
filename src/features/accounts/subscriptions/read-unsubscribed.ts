import { type Context, transact, type Work } from '../../../context.ts'
import { listUnsubscribed } from './sql.ts'
import type { Subscriber } from './schema.ts'

/** The kinds of mail that somebody does not want. */
export async function readUnsubscribed(ctx: Context | Work, who: Subscriber): Promise<string[]> {
  return transact(ctx, (ctx) => listUnsubscribed(ctx.db, who))
}
