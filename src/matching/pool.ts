import { type Context, type MenteeProfile, type MentorProfile, profiler } from './profile.ts'
import type { Pair, ProposeInput, Role, Settings } from './types.ts'

/** The people of a run, ordered by id, with the pairs that may not be proposed. */
export type Pool = {
  mentors: readonly MentorProfile[]
  mentees: readonly MenteeProfile[]
  /** Mentor positions by mentee position. */
  excluded: ReadonlyMap<number, ReadonlySet<number>>
  /** Position by id; computed on first use. */
  positions: () => Positions
  context: Context
}

type Positions = Record<Role, ReadonlyMap<string, number>>

export function preparePool(input: ProposeInput): Pool {
  const context: Context = { settings: input.settings, today: input.today }
  const prepare = profiler(context)
  const mentors = sortedById(input.mentors).map(prepare.mentor)
  const mentees = sortedById(input.mentees).map(prepare.mentee)
  const positions = positionsOf(mentors, mentees)
  const excluded = new Map<number, Set<number>>()
  for (const pair of input.excluded) {
    const i = positions().mentor.get(pair.mentor)
    const j = positions().mentee.get(pair.mentee)
    if (i === undefined || j === undefined) continue
    excluded.set(j, (excluded.get(j) ?? new Set()).add(i))
  }
  return { mentors, mentees, excluded, positions, context }
}

/** The pool under other weights or another objective; no other setting may differ. */
export function reweighPool(pool: Pool, settings: Settings): Pool {
  const context: Context = { ...pool.context, settings }
  const { reweighed } = profiler(context)
  return { ...pool, context, mentees: pool.mentees.map(reweighed) }
}

/** Ordered by code units, which does not depend on the locale. */
function sortedById<P extends { id: string }>(people: readonly P[]): P[] {
  const isSorted = people.every(({ id }, at) => at === 0 || people[at - 1].id < id)
  return isSorted
    ? [...people]
    : people.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Per mentee position, the mentor position of its pair; -1 for none. */
export function mentorPositions(pool: Pool, pairs: readonly Pair[]): Int32Array {
  const found = new Int32Array(pool.mentees.length).fill(-1)
  for (const pair of pairs) {
    const i = pool.positions().mentor.get(pair.mentor)
    const j = pool.positions().mentee.get(pair.mentee)
    if (i !== undefined && j !== undefined) found[j] = i
  }
  return found
}

function positionsOf(
  mentors: readonly MentorProfile[],
  mentees: readonly MenteeProfile[],
): () => Positions {
  let known: Positions | undefined
  return () => {
    known ??= {
      mentor: new Map(mentors.map(({ mentor }, i) => [mentor.id, i])),
      mentee: new Map(mentees.map(({ mentee }, j) => [mentee.id, j])),
    }
    return known
  }
}
