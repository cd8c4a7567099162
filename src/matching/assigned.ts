import { MAX_VALUE, type RowSource } from './graph.ts'
import { fetchRow, openRowPool, type RowPool } from './row-pool.ts'

export interface AssignInput {
  rows: RowSource
  /** Places per column. */
  capacity: Int32Array
  /** What being assigned counts for beyond the value, per bidder; an integer >= 0. */
  bonus?: Float64Array
  /** Pairs of a lower value are ignored. */
  least?: number
  /** 1 for bidders who are left out because they are already placed. */
  absent?: Uint8Array
  /**
   * 1 for bidders to be assigned first; all when absent. Under a bonus, a set that can be assigned
   * together.
   */
  early?: Uint8Array
  /** An initial column per bidder, or -1; used only where it is the bidder's best. */
  guess?: Int32Array
  /** Initial price per column. Must be 0 for every column that is not full in all best assignments. */
  start?: Float64Array
  /** The row of each bidder; its own when absent. */
  rowOf?: Int32Array
}

/** The solver's state: plain arrays, so that it can be stored. */
export interface Assigned {
  rows: RowSource
  /** The row of each bidder; the places of one mentor share a row. */
  rowOf: Int32Array
  capacity: Int32Array
  bonus: Float64Array
  least: number
  absent: Uint8Array
  /** Per bidder: the column or -1, and the value of that pair. */
  mate: Int32Array
  mateValue: Int32Array
  /** Per column: an integer >= 0, and 0 unless the column is full. */
  price: Float64Array
  /** Per column: places taken, and the head of the doubly linked list of its bidders. */
  used: Int32Array
  first: Int32Array
  next: Int32Array
  before: Int32Array
  /** Incremented with every price change; shows whether a fetched row is up to date. */
  version: number
  /** Sum of the largest price drops so far, by which bounds fetched earlier are too low. */
  dropped: number
  pool: RowPool
  search: Search
}

/** Scratch arrays of the shortest path search. */
export interface Search {
  /** Per column; Infinity where not reached, and everywhere between two searches. */
  distance: Float64Array
  /** The bidder through which the column was reached, and the value of that pair. */
  from: Int32Array
  fromValue: Int32Array
  /** The column to which that bidder would move when a vacancy is filled (incremental.ts). */
  toColumn: Int32Array
  /** Columns whose distance is final, in order. */
  done: Int32Array
  doneCount: number
  heapKey: Float64Array
  heapColumn: Int32Array
  heapSize: number
  /** The shortest path to an end so far. */
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
    pool: openRowPool(rows, input.least ?? 1),
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

/** Puts a bidder at the head of its column's list. */
export function linkBidder(state: Assigned, bidder: number, column: number): void {
  const { first, next, before } = state
  const head = first[column]
  next[bidder] = head
  before[bidder] = -1
  if (head >= 0) before[head] = bidder
  first[column] = bidder
}

export function unlinkBidder(state: Assigned, bidder: number, column: number): void {
  const { first, next, before } = state
  const after = next[bidder]
  const prior = before[bidder]
  if (prior >= 0) next[prior] = after
  else first[column] = after
  if (after >= 0) before[after] = prior
}

/** The highest value - price in a bidder's row at current prices; at least -bonus, for staying unassigned. */
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
