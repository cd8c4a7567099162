import { type Context, transact } from '../../context.ts'
import { recordLooks } from '../audit/record.ts'
import { type Answer, askThread } from './in-thread.ts'
import { linksByPerson, type Named, namedBy } from './links.ts'
import { readFrozen } from './read-frozen.ts'
import { remember } from './remember.ts'
import { listNames, readFinished } from './sql.ts'

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
  const about = { key, read: () => readFrozen(ctx, runId) }
  const first = await askUnmatched(about, 1)
  // Past the last page is the last: worked out once, whatever number was asked for.
  const at = Math.min(page, first.pages)
  const unmatched = at === 1 ? first : await askUnmatched(about, at)
  const ids = namedAmong(unmatched)
  const people = await transact(ctx, async (ctx) => {
    await recordLooks(ctx, 'person-listed', ids)
    return linksByPerson(await listNames(ctx.db, ids))
  })
  return { ...unmatched, ...namedBy(people) }
}

/** Worked out once: each costs a few solves. */
export function askUnmatched(about: Parameters<typeof askThread>[1], page: number) {
  return remember(`whyNot:${about.key}:${page}`, () =>
    askThread('whyNot', about, { page, peopleAtOnce }),
  )
}

/** Who is without a proposal, and with whom a change would bring them together. */
export function namedAmong({ people }: Unmatched): string[] {
  const pairs = people.flatMap(({ smallestChange }) => smallestChange ?? [])
  return [
    ...new Set([
      ...people.map(({ id }) => id),
      ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
    ]),
  ]
}
