import { type Context, type MenteeProfile, type MentorProfile, profiler } from './profile.ts'
import type { Pair, ProposeInput } from './types.ts'

/** The people of a run in a fixed order, with the pairs that may not be proposed. */
export type Pool = {
  mentors: readonly MentorProfile[]
  mentees: readonly MenteeProfile[]
  /** Mentor positions by mentee position. */
  excluded: ReadonlyMap<number, ReadonlySet<number>>
  context: Context
}

/** People in the order of their ids, prepared for many comparisons. */
export function preparePool(input: ProposeInput): Pool {
  const context: Context = { settings: input.settings, today: input.today }
  const prepare = profiler(context)
  const mentors = sortedById(input.mentors).map(prepare.mentor)
  const mentees = sortedById(input.mentees).map(prepare.mentee)
  const positions = positionsOf({ mentors, mentees }, input.excluded)
  const excluded = new Map<number, Set<number>>()
  for (const pair of input.excluded) {
    const i = positions.mentor.get(pair.mentor)
    const j = positions.mentee.get(pair.mentee)
    if (i === undefined || j === undefined) continue
    excluded.set(j, (excluded.get(j) ?? new Set()).add(i))
  }
  return { mentors, mentees, excluded, context }
}

/** By code units: the same on every machine, whatever its locale. */
function sortedById<P extends { id: string }>(people: readonly P[]): P[] {
  const isSorted = people.every(({ id }, at) => at === 0 || people[at - 1].id < id)
  return isSorted
    ? [...people]
    : people.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** The mentor of each mentee in a list of pairs, by position; -1 where there is none. */
export function mentorPositions(pool: Pool, pairs: readonly Pair[]): Int32Array {
  const positions = positionsOf(pool, pairs)
  const found = new Int32Array(pool.mentees.length).fill(-1)
  for (const pair of pairs) {
    const i = positions.mentor.get(pair.mentor)
    const j = positions.mentee.get(pair.mentee)
    if (i !== undefined && j !== undefined) found[j] = i
  }
  return found
}

/** The positions of those whom the pairs name. */
function positionsOf(
  { mentors, mentees }: Pick<Pool, 'mentors' | 'mentees'>,
  pairs: readonly Pair[],
) {
  const positions = { mentor: new Map<string, number>(), mentee: new Map<string, number>() }
  if (pairs.length === 0) return positions
  for (const [i, { mentor }] of mentors.entries()) positions.mentor.set(mentor.id, i)
  for (const [j, { mentee }] of mentees.entries()) positions.mentee.set(mentee.id, j)
  return positions
}
