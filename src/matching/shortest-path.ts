import { type Assigned, bestWorth, linkBidder, type Search, unlinkBidder } from './assigned.ts'
import { fetchRow } from './row-pool.ts'

/**
 * Phase 2: a shortest augmenting path from an unassigned bidder over columns to the cheapest end: a free
 * place, a bidder whose becoming unassigned costs no more, or this bidder staying unassigned. Prices of the
 * columns passed rise by how much nearer than the end they were, which keeps every reduced cost >= 0 and
 * makes those on the path 0.
 */
export function augment(state: Assigned, bidder: number): void {
  const { search, bonus, mateValue, price, first, next } = state
  const worth = bestWorth(state, bidder)
  search.doneCount = 0
  search.endColumn = -1
  if (worth + bonus[bidder] <= 0) return
  search.best = worth + bonus[bidder]
  search.endBidder = bidder
  search.heapSize = 0
  reach(state, bidder, 0, worth)
  while (search.heapSize > 0 && search.heapKey[0] < search.best) {
    const distance = search.heapKey[0]
    const column = pop(search)
    if (distance > search.distance[column]) continue
    search.done[search.doneCount++] = column
    for (let k = first[column]; k >= 0; k = next[k]) {
      const leaving = distance + mateValue[k] - price[column] + bonus[k]
      if (leaving < search.best) {
        search.best = leaving
        search.endColumn = column
        search.endBidder = k
      }
    }
    for (let k = first[column]; k >= 0 && distance < search.best; k = next[k]) {
      reach(state, k, distance, mateValue[k] - price[column])
    }
  }
  for (let n = 0; n < search.doneCount; n++) {
    const column = search.done[n]
    if (search.distance[column] < search.best)
      price[column] += search.best - search.distance[column]
  }
  if (search.doneCount > 0) state.version++
  forgetDistances(search)
  shift(state, bidder)
}

/** Resets the reached columns: each is done or still in the heap. */
export function forgetDistances({ distance, done, doneCount, heapColumn, heapSize }: Search): void {
  for (let n = 0; n < doneCount; n++) distance[done[n]] = Infinity
  for (let n = 0; n < heapSize; n++) distance[heapColumn[n]] = Infinity
}

/** Relaxes every column this bidder could move to within the best path length. */
function reach(state: Assigned, bidder: number, distance: number, worth: number): void {
  const { pool, search, price, used, capacity } = state
  const distances = search.distance
  const reachable = distance + worth
  const row = state.rowOf[bidder]
  for (;;) {
    const slack = state.dropped - pool.droppedAt[row]
    const from = pool.offset[row]
    const to = from + pool.count[row]
    let at = from
    const { bound, entry } = pool
    for (; at < to && reachable - bound[2 * at] - slack < search.best; at++) {
      const column = entry[4 * at + 2]
      const value = entry[4 * at + 3]
      const there = reachable - (value - price[column])
      if (there >= search.best || there >= distances[column]) continue
      if (used[column] < capacity[column]) {
        search.best = there
        search.endColumn = column
        search.endBidder = -1
        search.from[column] = bidder
        search.fromValue[column] = value
      } else {
        distances[column] = there
        search.from[column] = bidder
        search.fromValue[column] = value
        push(search, there, column)
      }
    }
    if (at < to || reachable - pool.cut[row] - slack >= search.best) return
    fetchRow(state, bidder, reachable - search.best)
  }
}

/** Reassigns the bidders along the path. */
function shift(state: Assigned, bidder: number): void {
  const { search, mate, mateValue, used } = state
  if (search.endBidder === bidder) return
  let column = search.endColumn
  if (search.endBidder >= 0) {
    const leaver = search.endBidder
    unlinkBidder(state, leaver, column)
    mate[leaver] = -1
    mateValue[leaver] = 0
  } else {
    used[column]++
  }
  for (;;) {
    const mover = search.from[column]
    const previous = mate[mover]
    if (previous >= 0) unlinkBidder(state, mover, previous)
    mate[mover] = column
    mateValue[mover] = search.fromValue[column]
    linkBidder(state, mover, column)
    if (mover === bidder) return
    column = previous
  }
}

export function push(search: Search, key: number, column: number): void {
  if (search.heapSize === search.heapKey.length) {
    const size = 2 * search.heapSize
    const keys = new Float64Array(size)
    keys.set(search.heapKey)
    search.heapKey = keys
    const columns = new Int32Array(size)
    columns.set(search.heapColumn)
    search.heapColumn = columns
  }
  const { heapKey, heapColumn } = search
  let at = search.heapSize++
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heapKey[parent] <= key) break
    heapKey[at] = heapKey[parent]
    heapColumn[at] = heapColumn[parent]
    at = parent
  }
  heapKey[at] = key
  heapColumn[at] = column
}

export function pop(search: Search): number {
  const { heapKey, heapColumn } = search
  const top = heapColumn[0]
  const size = --search.heapSize
  const key = heapKey[size]
  const column = heapColumn[size]
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && heapKey[child + 1] < heapKey[child]) child++
    if (heapKey[child] >= key) break
    heapKey[at] = heapKey[child]
    heapColumn[at] = heapColumn[child]
    at = child
  }
  heapKey[at] = key
  heapColumn[at] = column
  return top
}
