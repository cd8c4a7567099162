/*
 * The assignment of highest total value, with dual prices that prove it.
 *
 * Phase 1 is the auction of Bertsekas ("A distributed algorithm for the assignment problem", 1979) with
 * epsilon 0, first in first out. It cannot resolve ties, so phase 2 finds a shortest augmenting path for
 * each bidder still unassigned: Dijkstra over reduced costs, with the prices as potentials (Tomizawa 1971,
 * Edmonds & Karp 1972; Jonker & Volgenant 1987 for the two phases). Three things differ: columns have
 * several places, bidders may stay unassigned (so no dummy columns are needed), and only the best entries
 * of a row are fetched.
 *
 * Bidders may be mentees and columns mentors, or the other way round. Between equally good assignments the
 * order of bidders and columns decides; ties.ts makes that choice fair afterwards.
 */
import { type Assigned, type AssignInput, openState } from './assigned.ts'
import { bid } from './bidding.ts'
import { augment } from './shortest-path.ts'

export function assign(input: AssignInput): Assigned {
  const state = openState(input)
  const { bonus, absent } = state
  const byBonus = (a: number, b: number): number => bonus[b] - bonus[a] || a - b
  // Highest bonus first: then later paths rarely displace a bidder.
  for (const bidder of bid(state, input).sort(byBonus)) augment(state, bidder)
  if (input.early) {
    const late: number[] = []
    for (let b = 0; b < absent.length; b++) {
      if (absent[b] === 0 && input.early[b] === 0) late.push(b)
    }
    for (const bidder of late.sort(byBonus)) augment(state, bidder)
  }
  return state
}
