import {
  type Context,
  type MenteeProfile,
  type MentorProfile,
  menteeProfile,
  mentorProfile,
} from './profile.ts'
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
  const mentors = sortedById(input.mentors).map((mentor) => mentorProfile(mentor, context))
  const mentees = sortedById(input.mentees).map((mentee) => menteeProfile(mentee, context))
  const positions = positionsOf({ mentors, mentees })
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
  return [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** The mentor of each mentee in a list of pairs, by position; -1 where there is none. */
export function mentorPositions(pool: Pool, pairs: readonly Pair[]): Int32Array {
  const positions = positionsOf(pool)
  const found = new Int32Array(pool.mentees.length).fill(-1)
  for (const pair of pairs) {
    const i = positions.mentor.get(pair.mentor)
    const j = positions.mentee.get(pair.mentee)
    if (i !== undefined && j !== undefined) found[j] = i
  }
  return found
}

function positionsOf({ mentors, mentees }: Pick<Pool, 'mentors' | 'mentees'>) {
  return {
    mentor: new Map(mentors.map(({ mentor }, i) => [mentor.id, i])),
    mentee: new Map(mentees.map(({ mentee }, j) => [mentee.id, j])),
  }
}
