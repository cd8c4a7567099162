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

/** Scratch of the shortest path search. */
export interface Search {
  /** Of each column, Infinity where it has not been reached: so all are between two searches. */
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

export function openState(input: AssignInput): Assigned {
  const { rows, capacity } = input
  const rowOf = input.rowOf ?? Int32Array.from({ length: rows.bidderCount }, (_, row) => row)
  const bidders = rowOf.length
  const columns = rows.columnCount
  const bonus = input.bonus ?? new Float64Array(bidders)
  let highestBonus = 0
  for (let b = 0; b < bidders; b++) if (bonus[b] > highestBonus) highestBonus = bonus[b]
  const price = input.rows.openPrices?.() ?? new Float64Array(columns)
  if (input.start) price.set(input.start)
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
      distance: new Float64Array(columns).fill(Infinity),
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
export function bestWorth(state: Assigned, bidder: number): number {
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
