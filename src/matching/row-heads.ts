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
    const middle = spread(bidder, from, to)
    const end = ROOM * head + ROOM
    let into = ROOM * head
    rest[head] = lowest - 1
    count[head] = NONE
    for (let part = 0; part < 2; part++) {
      const last = part === 0 ? to : middle
      for (let n = part === 0 ? middle : from; n < last; n++) {
        if (value[n] < lowest) continue
        // So many equals that they do not fit: their row has no head.
        if (into === end) return
        column[into] = mentor[n]
        worth[into++] = value[n]
      }
    }
    count[head] = into - ROOM * head
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
