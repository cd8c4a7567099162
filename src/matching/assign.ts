/*
 * The assignment of highest total value, with prices that prove it.
 *
 * Phase 1 is the auction of Bertsekas ("A distributed algorithm for the assignment problem", 1979)
 * with epsilon 0, first in first out; it cannot finish ties, so phase 2 is one shortest augmenting
 * path for each bidder that is left: Dijkstra over reduced costs, kept non-negative by the prices
 * as potentials (Tomizawa 1971, Edmonds & Karp 1972; Jonker & Volgenant 1987 for the pair of
 * phases). It deviates from those by columns with several places, by bidders who may stay out
 * (so the rows need no dummy columns), and by rows that are known only as far down as was needed.
 *
 * Bidders are mentees and columns mentors, or the other way round: nothing here depends on it.
 * Between equally good assignments the order of bidders and columns decides; ties.ts makes that
 * choice fair afterwards.
 */
import { type Assigned, type AssignInput, openState } from './assigned.ts'
import { bid } from './bidding.ts'
import { augment } from './shortest-path.ts'

export function assign(input: AssignInput): Assigned {
  const state = openState(input)
  const { bonus, absent } = state
  const byBonus = (a: number, b: number): number => bonus[b] - bonus[a] || a - b
  // Those with the highest bonus first: later paths then rarely push anyone out again.
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
