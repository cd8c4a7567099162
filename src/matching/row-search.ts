/*
 * The best columns of a row of a graph, compiled (see kernel/assembly/rows.ts), where the graph lies in
 * memory that it reads. Its answers are as good as those of best-columns.ts, and come sooner.
 */
import { copyInts, floatsIn, intsIn } from './arena.ts'
import { GAPS, spread } from './best-columns.ts'
import type { PairGraph, Row, RowQuery } from './graph.ts'
import { openKernel } from './kernel/open.ts'

export type RowSearch = {
  /** Room for a price of each column, all 0: questions at other prices are not answered. */
  openPrices(): Float64Array
  /**
   * Answers as `RowSource.fill` does, and says whether it could: not where prices may be negative, nor for a
   * floor too low to be exact.
   */
  fill(query: RowQuery, row: Row): boolean
}

/** Four entries are read and written at once, and sixteen kept. */
const BEYOND = 16

/** Undefined for a graph that lies elsewhere. */
export function openRowSearch(graph: PairGraph): RowSearch | undefined {
  const { arena, start, mentor, value, mentorCount } = graph
  if (arena === undefined) return undefined
  const kernel = openKernel(arena)
  const room = longestRow(graph) + BEYOND
  const found = { column: intsIn(arena, room), value: intsIn(arena, room) }
  const scratch = { place: intsIn(arena, room), keys: floatsIn(arena, room) }
  kernel.tell({ rowColumn: mentor, rowValue: value, gaps: copyInts(arena, [...GAPS, 0]) })
  kernel.tell({ ...found, ...scratch })
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
