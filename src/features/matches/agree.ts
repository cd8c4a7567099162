import { type Context, transact } from '../../context.ts'
import type { Topic } from '../people/topics.ts'
import { insertAgreements, lockMatch } from './sql.ts'

/** Writes down what a pair agreed to do together, such as language training and writing the story. */
export async function recordAgreement(
  ctx: Context,
  matchId: string,
  topics: readonly Topic[],
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { municipality } = await lockMatch(ctx.db, matchId)
    await insertAgreements(
      ctx.db,
      topics.map((topic) => ({ municipality, matchId, topic, agreedAt: ctx.now() })),
    )
  })
}
