import type { Work } from '../../../context.ts'
import { ask } from '../../questions/ask.ts'
import { untilNine } from './month.ts'
import { listReachable } from './sql.ts'

const answerTime = Temporal.Duration.from({ hours: 14 * 24 })

/** Asks each of a pair, for themselves, whether they are a good fit. */
export async function askFit(
  ctx: Work,
  match: { matchId: string; municipality: string },
): Promise<void> {
  const answerBy = ctx.now().add(answerTime)
  for (const personId of await listReachable(ctx.db, match.matchId))
    await ask(
      ctx,
      { kind: 'fit', ...match, personId, answerBy },
      'fit-question',
      untilNine(ctx.now()),
    )
}
