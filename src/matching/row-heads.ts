/*
 * The head of a long row: its best columns by value alone, side by side in memory of their own.
 *
 * What is not in the head is worth no more than its value, as long as no price is negative. So whenever
 * something in the head is worth more than that, a row of a thousand columns need not be looked through
 * again; and as a head depends on nothing but the row, neither do the answers.
 */
import { selectBest, spread } from './best-columns.ts'
import type { PairGraph, Row, RowQuery } from './graph.ts'

/** Rows no longer than this are as quick to look through as a whole. */
const LONG = 1024
/** Columns that a head has room for. */
const ROOM = 256
/** One column in eight is looked at, and the sixteenth best of those taken: about half the room is used. */
const SAMPLED = 0.125
const RANK = 16

const UNKNOWN = -1
const NONE = 0

/**
 * Answers from heads, as `RowSource.fill` does, and says whether it could: not for short rows, for
 * prices that may be negative, for who wants many, or when the head has nothing that is worth enough.
 */
export function openHeads(graph: PairGraph): (query: RowQuery, row: Row) => boolean {
  const { start, mentor, value, menteeCount } = graph
  /** The place of each long row among them; -1 for the others. */
  const at = new Int32Array(menteeCount).fill(-1)
  let long = 0
  for (let row = 0; row < menteeCount; row++)
    if (start[row + 1] - start[row] > LONG) at[row] = long++
  const column = new Int32Array(ROOM * long)
  const worth = new Int32Array(ROOM * long)
  const count = new Int32Array(long).fill(UNKNOWN)
  /** The most that anything outside a head can be worth. */
  const rest = new Int32Array(long)
  const best = new Int32Array(RANK)
  let found = new Int32Array(ROOM)
  return (query, row) => {
    const head = at[query.bidder]
    if (head < 0 || query.limit > ROOM / 2 || query.hasNegative === true) return false
    if (count[head] === UNKNOWN) fillHead(query.bidder, head)
    if (count[head] === NONE) return false
    const floor = Math.max(query.floor, rest[head])
    const from = ROOM * head
    selectBest(column, worth, from, from + count[head], query, row, floor)
    return row.count > 0 || floor === query.floor
  }

  function fillHead(bidder: number, head: number): void {
    const from = start[bidder]
    const to = start[bidder + 1]
    const lowest = sampleRank(from, to, bidder)
    rest[head] = lowest - 1
    if (found.length <= to - from) found = new Int32Array(2 * (to - from))
    const middle = spread(bidder, from, to)
    const some = placesFrom(value, middle, to, lowest, found, 0)
    const all = placesFrom(value, from, middle, lowest, found, some)
    // So many equals that they do not fit: such a row has no head.
    count[head] = all > ROOM ? NONE : all
    if (all > ROOM) return
    for (let n = 0; n < all; n++) {
      column[ROOM * head + n] = mentor[found[n]]
      worth[ROOM * head + n] = value[found[n]]
    }
  }

  function sampleRank(from: number, to: number, bidder: number): number {
    const size = Math.ceil(SAMPLED * (to - from))
    const first = Math.min(spread(bidder, from, to), to - size)
    best.fill(0)
    for (let n = first; n < first + size; n++) {
      const own = value[n]
      if (own <= best[RANK - 1]) continue
      let place = RANK - 1
      for (; place > 0 && best[place - 1] < own; place--) best[place] = best[place - 1]
      best[place] = own
    }
    return best[RANK - 1]
  }
}

/**
 * Appends to the places found those of values that are high enough; returns how many there are then.
 * Each place is written and then kept or not, with no branch that the processor would have to guess.
 */
function placesFrom(
  value: Int32Array,
  from: number,
  to: number,
  lowest: number,
  found: Int32Array,
  count: number,
): number {
  let end = count
  for (let n = from; n < to; n++) {
    found[end] = n
    end += (lowest - 1 - value[n]) >>> 31
  }
  return end
}
