import { type Context, transact } from '../../../context.ts'
import { type Answer, askThread } from '../thread/in-thread.ts'
import { type Named, namedBy, showPeople } from './links.ts'
import { readFinishedRun } from './read-finished-run.ts'
import { answerOnce } from './answer-cache.ts'
import { readFinished } from '../sql.ts'

const peopleAtOnce = 30

/** One page of those without a proposal, and how many there are in all. */
export type Unmatched = Answer<'whyNot'>

export type UnmatchedSeen = Unmatched & Named

/**
 * Why people have no proposal in a finished run, from its frozen pool, and the smallest change that would
 * help, checked by solving again: a page at a time, mentees first. Only who is on the page is read, and
 * written down as seen. Refuses a run that has no answer.
 */
export async function seeUnmatched(
  ctx: Context,
  runId: string,
  page: number,
): Promise<UnmatchedSeen> {
  const { key } = await transact(ctx, (ctx) => readFinished(ctx.db, runId))
  const about = { key, read: () => readFinishedRun(ctx, runId) }
  const first = await askUnmatched(about, 1)
  // Past the last page is the last: worked out once, whatever number was asked for.
  const at = Math.min(page, first.pages)
  const unmatched = at === 1 ? first : await askUnmatched(about, at)
  const links = await transact(ctx, (ctx) => showPeople(ctx, namedAmong(unmatched)))
  return { ...unmatched, ...namedBy(links) }
}

/** Worked out once: each costs a few solves. */
export function askUnmatched(about: Parameters<typeof askThread>[1], page: number) {
  return answerOnce(`whyNot:${about.key}:${page}`, () =>
    askThread('whyNot', about, { page, peopleAtOnce }),
  )
}

/** Who is without a proposal, and with whom a change would bring them together. */
export function namedAmong({ people }: Unmatched): string[] {
  const pairs = people.flatMap(({ smallestChange }) => smallestChange ?? [])
  return [...people.map(({ id }) => id), ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee])]
}
