import { type Context, transact } from '../../../context.ts'
import { type Answer, askThread } from '../thread/in-thread.ts'
import { type Named, namedBy, showPeople } from './links.ts'
import { readFinishedRun } from './read-finished-run.ts'
import { cachedAnswer } from './answer-cache.ts'
import { readFinished } from '../sql.ts'

const peopleAtOnce = 30

/** One page of people without a proposal, with their total. */
export type Unmatched = Answer<'whyNot'>

export type ExplainedUnmatched = Unmatched & Named

/**
 * Why people have no proposal in a finished run and the smallest change that would help, verified
 * by solving again: one page, mentees first. Only people on the page are read, and logged as
 * viewed. Refuses a run without a result.
 */
export async function explainUnmatched(
  ctx: Context,
  runId: string,
  page: number,
): Promise<ExplainedUnmatched> {
  const { key } = await transact(ctx, (ctx) => readFinished(ctx.db, runId))
  const runRef = { key, read: () => readFinishedRun(ctx, runId) }
  const first = await askUnmatched(runRef, 1)
  // After the last page comes the last page, so that any page number is computed once.
  const at = Math.min(page, first.pages)
  const unmatched = at === 1 ? first : await askUnmatched(runRef, at)
  const links = await transact(ctx, (ctx) => showPeople(ctx, namedAmong(unmatched)))
  return { ...unmatched, ...namedBy(links) }
}

/** Cached, since each page costs several solves. */
export function askUnmatched(runRef: Parameters<typeof askThread>[1], page: number) {
  return cachedAnswer(`whyNot:${runRef.key}:${page}`, () =>
    askThread('whyNot', runRef, { page, peopleAtOnce }),
  )
}

/** The people to name: those without a proposal, and their partners after a change. */
export function namedAmong({ people }: Unmatched): string[] {
  const pairs = people.flatMap(({ smallestChange }) => smallestChange ?? [])
  return [...people.map(({ id }) => id), ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee])]
}
