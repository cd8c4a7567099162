/*
 * The compiled search for the best columns of a row (kernel/assembly/rows.ts), for graphs in memory that it
 * reads. Its answers are as good as those of best-columns.ts, and faster.
 */
import { copyInts, floatsIn, intsIn } from './arena.ts'
import { GAPS, spread } from './best-columns.ts'
import type { PairGraph, Row, RowQuery } from './graph.ts'
import { openKernel } from './kernel/open.ts'

export type RowSearch = {
  /** Allocates a price per column, all 0. Queries with other price arrays are not answered. */
  openPrices(): Float64Array
  /**
   * Answers as `RowSource.fill`, or returns false: for prices that may be negative or are not from
   * `openPrices`, and for a floor too low for exact numbers.
   */
  fill(query: RowQuery, row: Row): boolean
}

/** Entries by which reads and writes can pass a row's end. */
const BEYOND = 16

/** Undefined for a graph in other memory. */
export function openRowSearch(graph: PairGraph): RowSearch | undefined {
  const { arena, start, mentor, value, mentorCount } = graph
  if (arena === undefined) return undefined
  const kernel = openKernel(arena)
  const room = longestRow(graph) + BEYOND
  const found = { column: intsIn(arena, room), value: intsIn(arena, room) }
  const scratch = { place: intsIn(arena, room), keys: floatsIn(arena, room) }
  kernel.setGlobals({ rowColumn: mentor, rowValue: value, gaps: copyInts(arena, [...GAPS, 0]) })
  kernel.setGlobals({ ...found, ...scratch })
  const { selectBest, rowCut, price: priceAt } = kernel
  const own = new WeakSet<Float64Array>()
  return {
    openPrices() {
      const price = floatsIn(arena, mentorCount)
      own.add(price)
      return price
    },
    fill({ bidder, price, hasNegative, floor, least, limit }, row) {
      if (hasNegative === true || !own.has(price)) return false
      priceAt.value = price.byteOffset | 0
      const from = start[bidder]
      const to = start[bidder + 1]
      const count = selectBest(from, spread(bidder, from, to), to, floor, least, limit)
      if (count < 0) return false
      row.count = count
      row.cut = rowCut.value
      for (let k = 0; k < count; k++) {
        row.column[k] = found.column[k]
        row.value[k] = found.value[k]
      }
      return true
    },
  }
}

function longestRow({ start, menteeCount }: PairGraph): number {
  let longest = 0
  for (let row = 0; row < menteeCount; row++) {
    longest = Math.max(longest, start[row + 1] - start[row])
  }
  return longest
}
