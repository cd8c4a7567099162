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
import { MAX_VALUE, type RowSource } from './graph.ts'
import { fetchRow, openPool, type RowPool } from './row-pool.ts'

export interface AssignInput {
  rows: RowSource
  /** Places per column. */
  capacity: Int32Array
  /** What being assigned counts for beyond the value, per bidder; an integer >= 0. */
  bonus?: Float64Array
  /** Pairs of a lower value are left aside. */
  least?: number
  /** Bidders who take no part (1), as they are placed already. */
  absent?: Uint8Array
  /**
   * Bidders (1) to be assigned before all others; all, when absent. With a bonus, a set that can
   * be assigned together saves the others most of their search: it is they who stay out.
   */
  early?: Uint8Array
  /** A column for each of them, as a guess; taken up where the bidder has none that is better. */
  guess?: Int32Array
  /**
   * A price for each column to start from. Right only where every column that has one is full in
   * all best assignments: a price must be 0 where a place stays free.
   */
  start?: Float64Array
  /** The row of each bidder, when some share one. */
  rowOf?: Int32Array
}

/** Everything the solver knows between two steps; plain arrays, so that it can be stored. */
export interface Assigned {
  rows: RowSource
  /** The row of each bidder: its own, unless several bidders are places of one mentor. */
  rowOf: Int32Array
  capacity: Int32Array
  bonus: Float64Array
  least: number
  absent: Uint8Array
  /** Per bidder: the column, or -1, and the value of that pair. */
  mate: Int32Array
  mateValue: Int32Array
  /** Per column: an integer >= 0, and 0 unless the column is full. */
  price: Float64Array
  /** Per column: places taken, and the first of its bidders; `next` and `before` chain them. */
  used: Int32Array
  first: Int32Array
  next: Int32Array
  before: Int32Array
  /** Goes up whenever a price changes: tells whether a fetched row is up to date. */
  version: number
  /** The sum of the largest drops of price so far: bounds fetched earlier are low by as much. */
  dropped: number
  pool: RowPool
  search: Search
}

/** Scratch of the shortest path search; `stamp` says which entries belong to this search. */
interface Search {
  stamp: Float64Array
  now: number
  distance: Float64Array
  /** The bidder through whom the column was reached, and the value of that pair. */
  from: Int32Array
  fromValue: Int32Array
  /** Where that bidder would go, when a hole wanders (incremental.ts). */
  toColumn: Int32Array
  /** The columns whose distance is final, in order. */
  done: Int32Array
  doneCount: number
  heapKey: Float64Array
  heapColumn: Int32Array
  heapSize: number
  /** The best way found so far to end the path. */
  best: number
  endColumn: number
  endBidder: number
  endValue: number
}

/** Past this many bids per bidder, prices creep; shortest paths are then quicker. */
const BIDS_PER_BIDDER = 32
/** A bidder pushed out on a tie more often is left for phase 2; prices may break one meanwhile. */
const TIES_PER_BIDDER = 1

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

export function openState(input: AssignInput): Assigned {
  const { rows, capacity } = input
  const rowOf = input.rowOf ?? Int32Array.from({ length: rows.bidderCount }, (_, row) => row)
  const bidders = rowOf.length
  const columns = rows.columnCount
  const bonus = input.bonus ?? new Float64Array(bidders)
  let highestBonus = 0
  for (let b = 0; b < bidders; b++) if (bonus[b] > highestBonus) highestBonus = bonus[b]
  const price = input.start?.slice() ?? new Float64Array(columns)
  for (let c = 0; c < columns; c++) {
    if (capacity[c] === 0) price[c] = MAX_VALUE + highestBonus + 1
  }
  return {
    rows,
    rowOf,
    capacity,
    bonus,
    least: input.least ?? 1,
    absent: input.absent ?? new Uint8Array(bidders),
    mate: new Int32Array(bidders).fill(-1),
    mateValue: new Int32Array(bidders),
    price,
    used: new Int32Array(columns),
    first: new Int32Array(columns).fill(-1),
    next: new Int32Array(bidders).fill(-1),
    before: new Int32Array(bidders).fill(-1),
    version: 0,
    dropped: 0,
    pool: openPool(rows, input.least ?? 1),
    search: {
      stamp: new Float64Array(columns),
      now: 0,
      distance: new Float64Array(columns),
      from: new Int32Array(columns),
      fromValue: new Int32Array(columns),
      toColumn: new Int32Array(columns),
      done: new Int32Array(columns),
      doneCount: 0,
      heapKey: new Float64Array(64),
      heapColumn: new Int32Array(64),
      heapSize: 0,
      best: 0,
      endColumn: -1,
      endBidder: -1,
      endValue: 0,
    },
  }
}

/**
 * Phase 1. Every bidder in turn takes its best column and bids up to the point where the second
 * best is as good; whoever is pushed out goes to the end of the queue. First in, first out:
 * following the one pushed out, as Jonker and Volgenant do, leaves far more for phase 2. Bonuses
 * are left aside, as they would only start a war of small raises. Returns who is left for phase 2.
 */
function bid(state: Assigned, { early, guess }: AssignInput): number[] {
  const { capacity, price, used, mate, mateValue, bonus, absent, pool } = state
  const bidders = state.rows.bidderCount
  const slots = openSlots(capacity, price, bidders)
  const { start, holder, offer } = slots
  const queue = new Int32Array(bidders)
  let length = 0
  for (let b = 0; b < bidders; b++) {
    if (absent[b] !== 0 || (early && early[b] === 0)) continue
    const column = guess ? guess[b] : -1
    if (column < 0 || used[column] >= capacity[column] || !isBest(state, b, column)) {
      queue[length++] = b
      continue
    }
    holder[start[column] + used[column]++] = b
    mate[b] = column
    mateValue[b] = state.rows.value(b, column)
  }
  let head = 0
  const left: number[] = []
  const tied = new Uint8Array(bidders)
  let bidsLeft = BIDS_PER_BIDDER * bidders
  while (length > 0 && bidsLeft-- > 0) {
    const bidder = queue[head]
    if (++head === bidders) head = 0
    length--
    const out = early ? -bonus[bidder] : 0
    let best = out
    let second = out
    let column = -1
    let value = 0
    let other = -1
    let otherValue = 0
    for (;;) {
      best = out
      second = out
      column = -1
      other = -1
      const from = pool.offset[bidder]
      const to = from + pool.count[bidder]
      let at = from
      const { bound, entry } = pool
      for (; at < to && bound[2 * at] > second; at++) {
        const c = entry[4 * at + 2]
        const v = entry[4 * at + 3]
        const u = v - price[c]
        if (u <= second) continue
        if (u > best) {
          second = best
          other = column
          otherValue = value
          best = u
          column = c
          value = v
        } else {
          second = u
          other = c
          otherValue = v
        }
      }
      if (at < to || pool.cut[bidder] <= second) break
      fetchRow(state, bidder)
    }
    if (column < 0) {
      if (bonus[bidder] > 0) left.push(bidder)
      continue
    }
    // Between two equally good columns the one with a place left costs nobody anything.
    if (best === second && other >= 0 && used[column] === capacity[column]) {
      if (used[other] < capacity[other]) {
        column = other
        value = otherValue
      }
    }
    mate[bidder] = column
    mateValue[bidder] = value
    const base = start[column]
    if (used[column] < capacity[column]) {
      // At the price it has: the lowest offer there is, so the end of the heap will do.
      holder[base + used[column]++] = bidder
      continue
    }
    const pushed = holder[base]
    mate[pushed] = -1
    mateValue[pushed] = 0
    replaceLowest(slots, base, capacity[column], bidder, price[column] + best - second)
    price[column] = offer[base]
    state.version++
    // On a tie the price stands still, and the two would push each other out for ever.
    if (best === second && ++tied[pushed] > TIES_PER_BIDDER) left.push(pushed)
    else queue[(head + length++) % bidders] = pushed
  }
  for (; length > 0; length--) {
    left.push(queue[head])
    if (++head === bidders) head = 0
  }
  for (let b = bidders - 1; b >= 0; b--) if (mate[b] >= 0) chain(state, b, mate[b])
  return left
}

function isBest(state: Assigned, bidder: number, column: number): boolean {
  const worth = state.rows.value(bidder, column) - state.price[column]
  return worth === bestWorth(state, bidder)
}

/** The places of each column as a heap by offer, lowest first: the lowest is the column's price. */
interface Slots {
  start: Int32Array
  holder: Int32Array
  offer: Float64Array
}

function openSlots(capacity: Int32Array, price: Float64Array, bidders: number): Slots {
  const start = new Int32Array(capacity.length + 1)
  // No column ever needs more places than there are bidders.
  for (let c = 0; c < capacity.length; c++) start[c + 1] = start[c] + Math.min(capacity[c], bidders)
  const size = start[capacity.length]
  const offer = new Float64Array(size)
  for (let c = 0; c < capacity.length; c++) offer.fill(price[c], start[c], start[c + 1])
  return { start, holder: new Int32Array(size), offer }
}

function replaceLowest(
  slots: Slots,
  base: number,
  size: number,
  bidder: number,
  offer: number,
): void {
  const { holder, offer: offers } = slots
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && offers[base + child + 1] < offers[base + child]) child++
    if (offers[base + child] >= offer) break
    holder[base + at] = holder[base + child]
    offers[base + at] = offers[base + child]
    at = child
  }
  holder[base + at] = bidder
  offers[base + at] = offer
}

/** Puts a bidder at the head of its column's chain. */
export function chain(state: Assigned, bidder: number, column: number): void {
  const { first, next, before } = state
  const head = first[column]
  next[bidder] = head
  before[bidder] = -1
  if (head >= 0) before[head] = bidder
  first[column] = bidder
}

export function unchain(state: Assigned, bidder: number, column: number): void {
  const { first, next, before } = state
  const after = next[bidder]
  const prior = before[bidder]
  if (prior >= 0) next[prior] = after
  else first[column] = after
  if (after >= 0) before[after] = prior
}

/** The best value - price in a bidder's row at present prices, at least -bonus (staying out). */
function bestWorth(state: Assigned, bidder: number): number {
  const { pool, price } = state
  const row = state.rowOf[bidder]
  for (;;) {
    let best = -state.bonus[bidder]
    const slack = state.dropped - pool.droppedAt[row]
    const from = pool.offset[row]
    const to = from + pool.count[row]
    let at = from
    const { bound, entry } = pool
    for (; at < to && bound[2 * at] + slack > best; at++) {
      const u = entry[4 * at + 3] - price[entry[4 * at + 2]]
      if (u > best) best = u
    }
    if (at < to || pool.cut[row] + slack <= best) return best
    fetchRow(state, bidder)
  }
}

/**
 * Phase 2: one shortest path from an unassigned bidder, over columns, to the cheapest end: a free
 * place, someone for whom staying out costs no more, or the bidder's own staying out. Prices of
 * the columns passed on the way rise by what they were nearer than the end, which keeps every
 * reduced cost >= 0 and makes those on the path 0.
 */
export function augment(state: Assigned, bidder: number): void {
  const { search, bonus, mateValue, price, first, next } = state
  const worth = bestWorth(state, bidder)
  search.doneCount = 0
  search.endColumn = -1
  if (worth + bonus[bidder] <= 0) return
  search.now++
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
  shift(state, bidder)
}

/** Reaches every column that this bidder could move to, as long as it may still matter. */
function reach(state: Assigned, bidder: number, distance: number, worth: number): void {
  const { pool, search, price, used, capacity } = state
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
      if (there >= search.best) continue
      if (used[column] < capacity[column]) {
        search.best = there
        search.endColumn = column
        search.endBidder = -1
        search.from[column] = bidder
        search.fromValue[column] = value
      } else if (search.stamp[column] !== search.now || there < search.distance[column]) {
        search.stamp[column] = search.now
        search.distance[column] = there
        search.from[column] = bidder
        search.fromValue[column] = value
        push(search, there, column)
      }
    }
    if (at < to || reachable - pool.cut[row] - slack >= search.best) return
    fetchRow(state, bidder, reachable - search.best)
  }
}

/** Moves everyone on the path one step on. */
function shift(state: Assigned, bidder: number): void {
  const { search, mate, mateValue, used } = state
  if (search.endBidder === bidder) return
  let column = search.endColumn
  if (search.endBidder >= 0) {
    const leaver = search.endBidder
    unchain(state, leaver, column)
    mate[leaver] = -1
    mateValue[leaver] = 0
  } else {
    used[column]++
  }
  for (;;) {
    const mover = search.from[column]
    const previous = mate[mover]
    if (previous >= 0) unchain(state, mover, previous)
    mate[mover] = column
    mateValue[mover] = search.fromValue[column]
    chain(state, mover, column)
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
