import { indexPeople } from './people-index.ts'
import { openSearch } from './people-search.ts'
import { preparePool } from './pool.ts'
import type { ProposalRun, ProposeInput } from './types.ts'

/**
 * Counts blocking pairs (both would score higher with each other), the cost of optimising for everyone
 * together. A mentor prefers a score above the lowest proposed, or any where a place is left. Locked
 * mentees do not count.
 */
export function countPairsPreferringEachOther(input: ProposeInput, run: ProposalRun): number {
  const pool = preparePool(input)
  const menteeHas = new Map(run.proposals.map(({ mentee, points }) => [mentee, points]))
  const locked = new Set(input.locked.map(({ mentee }) => mentee))
  const ofMentor = Map.groupBy(run.proposals, ({ mentor }) => mentor)
  const mentorHas = pool.mentors.map(({ mentor, places }) => {
    const proposed = ofMentor.get(mentor.id) ?? []
    if (proposed.length < places) return 0
    // A mentor cannot give up a locked pair.
    const free = proposed.filter((proposal) => !proposal.locked).map(({ points }) => points)
    return free.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...free)
  })
  const search = openSearch(indexPeople(pool))
  let count = 0
  pool.mentees.forEach(({ mentee }, j) => {
    if (locked.has(mentee.id)) return
    const better = search.findEvery(j, (menteeHas.get(mentee.id) ?? 0) + 1)
    for (let n = 0; n < better.count; n++) {
      if (better.points[n] > mentorHas[better.mentor[n]]) count += 1
    }
  })
  return count
}
