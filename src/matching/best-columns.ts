/*
 * The best columns of a row in memory. A sample of the row sets a threshold, and a column below the
 * threshold costs one comparison. Large graphs use the compiled version: see row-search.ts.
 */
import type { Row, RowQuery } from './graph.ts'
import { FEW, SAMPLED, SHORT } from './kernel/assembly/constants.ts'

/**
 * Different bidders start at different positions, so they do not all bid for the first of equal columns.
 */
export function spread(bidder: number, from: number, to: number): number {
  return to > from ? from + ((bidder * 7919) % (to - from)) : from
}

/** Answers a query from one row of pairs. */
export function selectBest(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  query: RowQuery,
  row: Row,
): void {
  const { limit, floor } = query
  const sampled = to - from > SHORT && limit <= FEW
  const bar = sampled ? Math.max(floor, sampleBar(columns, values, from, to, query)) : floor
  const count = collectAbove(columns, values, from, to, query, bar)
  const kept = limit <= FEW ? keepBest(count, limit) : sortAll(count)
  row.count = Math.min(kept, limit)
  row.cut = count > limit ? bestWorth[kept > limit ? limit : limit - 1] : bar
  const { column, value } = row
  for (let k = 0; k < row.count; k++) {
    const at = bestPlace[k]
    column[k] = columns[at]
    value[k] = values[at]
  }
}

/** Just below the third best of the sample, which leaves about two dozen columns; at least `floor`. */
function sampleBar(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  { bidder, price, floor, least }: RowQuery,
): number {
  const size = Math.ceil(SAMPLED * (to - from))
  const start = Math.min(spread(bidder, from, to), to - size)
  let first = floor
  let second = floor
  let third = floor
  for (let at = start; at < start + size; at++) {
    const value = values[at]
    const u = value - price[columns[at]]
    if (u <= third || value < least) continue
    if (u <= second) {
      third = u
      continue
    }
    third = second
    if (u > first) {
      second = first
      first = u
    } else {
      second = u
    }
  }
  return Math.max(floor, third - 1)
}

/** Worth (value - price) and position of the columns above the threshold. */
let foundWorth = new Float64Array(1024)
let foundPlace = new Int32Array(1024)

function collectAbove(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  { bidder, price, least }: RowQuery,
  bar: number,
): number {
  if (foundWorth.length <= to - from) {
    foundWorth = new Float64Array(2 * (to - from))
    foundPlace = new Int32Array(foundWorth.length)
  }
  const worths = foundWorth
  const places = foundPlace
  const middle = spread(bidder, from, to)
  let count = 0
  for (let part = 0; part < 2; part++) {
    const end = part === 0 ? to : middle
    for (let at = part === 0 ? middle : from; at < end; at++) {
      const u = values[at] - price[columns[at]]
      // Written unconditionally and then counted or not, to avoid a branch misprediction.
      worths[count] = u
      places[count] = at
      count += Number(u > bar && values[at] >= least)
    }
  }
  return count
}

let bestWorth = new Float64Array(FEW)
let bestPlace = new Int32Array(FEW)

/** Insertion sort into the best `limit`; most candidates fall below the last of them. */
function keepBest(found: number, limit: number): number {
  const worths = bestWorth
  const places = bestPlace
  let count = 0
  for (let k = 0; k < found; k++) {
    const u = foundWorth[k]
    let to = count
    if (count < limit) count++
    else if (u <= worths[--to]) continue
    for (; to > 0 && worths[to - 1] < u; to--) {
      worths[to] = worths[to - 1]
      places[to] = places[to - 1]
    }
    worths[to] = u
    places[to] = foundPlace[k]
  }
  return count
}

/** Ciura's gaps for Shell's sort, which is short, in place, and moves two arrays in step. */
export const GAPS = [90_927, 40_412, 17_961, 7983, 3548, 1577, 701, 301, 132, 57, 23, 10, 4, 1]

function sortAll(count: number): number {
  if (bestWorth.length < count) {
    bestWorth = new Float64Array(2 * count)
    bestPlace = new Int32Array(2 * count)
  }
  const worths = bestWorth
  const places = bestPlace
  for (let n = 0; n < count; n++) {
    worths[n] = foundWorth[n]
    places[n] = foundPlace[n]
  }
  for (const gap of GAPS) {
    for (let n = gap; n < count; n++) {
      const u = worths[n]
      const place = places[n]
      let to = n
      for (; to >= gap && worths[to - gap] < u; to -= gap) {
        worths[to] = worths[to - gap]
        places[to] = places[to - gap]
      }
      worths[to] = u
      places[to] = place
    }
  }
  return count
}
