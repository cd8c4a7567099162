import { type Context, transact, type Work } from '../../../context.ts'
import type { Alternative } from '../../../matching/alternatives.ts'
import type { Role } from '../../../matching/types.ts'
import { namedBy, showPeople } from './links.ts'
import { askThread } from '../thread/in-thread.ts'
import { readFinishedRun } from './read-finished-run.ts'
import { peekAnswer, cachedAnswer } from './answer-cache.ts'
import { readProposed } from '../sql.ts'

export interface Alternatives {
  alternatives: Alternative[]
  nameOf: (role: Role, id: string) => string
}

/**
 * The best other mentors for a proposal's mentee in its run, each with the change of the run's
 * total. None for a pair made by hand. Solved once; later answers come from the cache, in one
 * transaction that checks access.
 */
export async function findAlternatives(ctx: Context, proposalId: string): Promise<Alternatives> {
  const { proposed, shown } = await transact(ctx, async (ctx) => {
    const proposed = await readProposed(ctx.db, proposalId)
    const known = proposed.runId === null ? [] : peekAnswer<Alternative[]>(nameOf(proposed))
    return { proposed, shown: known && (await show(ctx, proposed.mentee, known)) }
  })
  if (shown !== undefined) return shown
  const { runId, key, mentee } = proposed
  const found = await cachedAnswer(nameOf(proposed), () =>
    askThread('alternatives', { key, read: () => readFinishedRun(ctx, runId!) }, { mentee }),
  )
  return transact(ctx, (ctx) => show(ctx, mentee, found))
}

type Proposed = Awaited<ReturnType<typeof readProposed>>

function nameOf({ key, mentee }: Proposed): string {
  return `alternatives:${key}:${mentee}`
}

async function show(ctx: Work, mentee: string, alternatives: Alternative[]): Promise<Alternatives> {
  const named = alternatives.flatMap(({ mentor, cost }) => [mentor, ...cost.unmatched])
  const { nameOf } = namedBy(await showPeople(ctx, [mentee, ...named]))
  return { alternatives, nameOf }
}
