import { type Context, transact } from '../../../context.ts'
import type { Pair } from '../../../matching/types.ts'
import { type Answer, askThread } from '../thread/in-thread.ts'
import { type Named, namedBy, showPeople } from './links.ts'
import { readFinishedRun } from './read-finished-run.ts'
import { cachedAnswer } from './answer-cache.ts'
import { askUnmatched, namedAmong, type Unmatched } from './explain-unmatched.ts'
import { listOverridden, readFinished } from '../sql.ts'

type Explained = Answer<'explain'>

export interface RunExplanation extends Explained, Named {
  id: string
  startedAt: Temporal.Instant
  leftOut: Awaited<ReturnType<typeof readFinished>>['leftOut']
  unmatched: Unmatched
}

/** The number of left-out pairs that are named. */
export const mostLeftOut = 50

/**
 * Explains a finished run from its pool: why people have no proposal and the smallest change that
 * would help, which mentors to recruit, and its fairness. Gains are verified by solving again, once
 * per run. Only people who are shown are read, and logged as viewed. Refuses a run without a
 * result.
 */
export async function explainRun(ctx: Context, runId: string): Promise<RunExplanation> {
  const { run, overridden } = await transact(ctx, async (ctx) => ({
    run: await readFinished(ctx.db, runId),
    overridden: await listOverridden(ctx.db, runId),
  }))
  const { key } = run
  const runRef = { key, read: () => readFinishedRun(ctx, runId) }
  const explained = await cachedAnswer(`explain:${key}:${overridden.join()}`, () =>
    askThread('explain', runRef, { overridden }),
  )
  const unmatched = await askUnmatched(runRef, 1)
  const shown = peopleShown(explained, run.leftOut.slice(0, mostLeftOut))
  const ids = [...namedAmong(unmatched), ...shown]
  const links = await transact(ctx, (ctx) => showPeople(ctx, ids))
  return { ...explained, ...run, ...namedBy(links), unmatched }
}

function peopleShown({ soughtAfter, settled }: Explained, leftOut: readonly Pair[]) {
  const pairs = [...leftOut, ...settled.locked.pairs, ...settled.excluded.pairs]
  return [
    ...soughtAfter.map(({ mentor }) => mentor),
    ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
  ]
}
