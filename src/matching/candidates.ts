import { obstacles } from './constraints.ts'
import { graphFromColumns, type PairGraph } from './graph.ts'
import type { Context, MenteeProfile, MentorProfile } from './profile.ts'
import { pointsOrZero } from './score.ts'
import type { PairCounts, ReasonCode } from './types.ts'

/** The people of a run in a fixed order, with the pairs that may not be proposed. */
export type Pool = {
  mentors: readonly MentorProfile[]
  mentees: readonly MenteeProfile[]
  /** Mentor positions by mentee position. */
  excluded: ReadonlyMap<number, ReadonlySet<number>>
  context: Context
}

/** Every pair that nothing stands against, with its points. */
export function feasiblePairs(pool: Pool): PairGraph {
  const { mentors, mentees, context } = pool
  const menteeOf: number[] = []
  const mentorOf: number[] = []
  const values: number[] = []
  mentees.forEach((mentee, j) => {
    const excluded = pool.excluded.get(j)
    mentors.forEach((mentor, i) => {
      const points = excluded?.has(i) ? 0 : pointsOrZero(mentor, mentee, context)
      if (points === 0) return
      menteeOf.push(j)
      mentorOf.push(i)
      values.push(points)
    })
  })
  return graphFromColumns(
    mentees.length,
    mentors.length,
    Int32Array.from(menteeOf),
    Int32Array.from(mentorOf),
    Int32Array.from(values),
  )
}

export type ReasonCounts = PairCounts['infeasible']

/** How many of the given pairs each reason closes first; the most frequent first. */
export function countReasons(
  pool: Pool,
  pairs: Iterable<readonly [mentor: number, mentee: number]>,
): { feasible: number; reasons: ReasonCounts } {
  const counts = new Map<ReasonCode, number>()
  let feasible = 0
  for (const [i, j] of pairs) {
    const excluded = pool.excluded.get(j)?.has(i) ?? false
    const [first] = obstacles(pool.mentors[i], pool.mentees[j], { ...pool.context, excluded })
    if (first === undefined) feasible += 1
    else counts.set(first.code, (counts.get(first.code) ?? 0) + 1)
  }
  return { feasible, reasons: sortedCounts(counts) }
}

export function sortedCounts(counts: ReadonlyMap<ReasonCode, number>): ReasonCounts {
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
