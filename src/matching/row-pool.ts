/*
 * Caches the best entries of each row, as many as the solver has needed.
 *
 * Prices only rise during a solve, so the worth of a column when fetched stays an upper bound. A scan stops
 * at the first entry whose bound is too low to matter, `cut` bounds what was not fetched, and the source is
 * queried again only when that bound could matter.
 */
import type { Assigned } from './assigned.ts'
import { FIRST_LIMIT } from './first-rows.ts'
import type { Row, RowQuery, RowSource } from './graph.ts'
import type { RowTable } from './row-table.ts'

/**
 * Row r has `count` entries from `offset` on, best first when fetched. Of entry k, `bound[2k]` is its value
 * - price when fetched, `entry[4k + 2]` the column and `entry[4k + 3]` the value. Both are views of one
 * buffer: a scan of three separate arrays takes twice as long.
 */
export interface RowPool {
  bound: Float64Array
  entry: Int32Array
  offset: Int32Array
  count: Int32Array
  room: Int32Array
  cut: Float64Array
  /** Whether the row has every column above the query's floor, because `limit` cut off none. */
  isWhole: Uint8Array
  /** Price version at which the row was fetched; -1 if never. */
  fetchedAt: Float64Array
  /** `Assigned.dropped` when the row was fetched; bounds and cut are too low by the difference. */
  droppedAt: Float64Array
  end: number
  query: RowQuery
  row: Row
}

/**
 * Spare room for rows that must grow, as a share of all; more is allocated when needed. With first rows
 * every row may grow once, so the room is there from the start: untouched pages take no memory, and
 * reallocating would hold everything twice.
 */
const SPARE = 0.25
const SPARE_AFTER_FIRST = 2.25

/** A bidder that asks again usually asks once more, and a row of twice the length takes hardly longer. */
export const SECOND_LIMIT = 2 * FIRST_LIMIT

/** @param least columns of a lower value are ignored */
export function openRowPool({ bidderCount: rows, first }: RowSource, least: number): RowPool {
  const spare = first === undefined ? SPARE : SPARE_AFTER_FIRST
  const size = Math.ceil((1 + spare) * rows * FIRST_LIMIT)
  const offset = new Int32Array(rows)
  for (let r = 0; r < rows; r++) offset[r] = r * FIRST_LIMIT
  const pool = {
    ...openEntries(size),
    offset,
    count: new Int32Array(rows),
    room: new Int32Array(rows).fill(FIRST_LIMIT),
    cut: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    isWhole: new Uint8Array(rows),
    fetchedAt: new Float64Array(rows).fill(-1),
    droppedAt: new Float64Array(rows),
    end: rows * FIRST_LIMIT,
    query: {
      bidder: 0,
      price: new Float64Array(0),
      floor: 0,
      least: 1,
      limit: FIRST_LIMIT,
    },
    row: {
      count: 0,
      column: new Int32Array(SECOND_LIMIT),
      value: new Int32Array(SECOND_LIMIT),
      cut: 0,
    },
  }
  if (first !== undefined) loadFirstRows(pool, first, least)
  return pool
}

/** Loads rows made at prices of 0; they count as never fetched at the current prices. */
function loadFirstRows(pool: RowPool, first: RowTable, least: number): void {
  const { bound, entry, count, cut } = pool
  for (let row = 0; row < count.length; row++) {
    const offset = FIRST_LIMIT * row
    const length = first.count[row]
    let k = 0
    for (; k < length && first.value[offset + k] >= least; k++) {
      const at = offset + k
      bound[2 * at] = first.value[at]
      entry[4 * at + 2] = first.column[at]
      entry[4 * at + 3] = first.value[at]
    }
    count[row] = k
    const isAll = k < length || first.cut[row] < least
    cut[row] = isAll ? Number.NEGATIVE_INFINITY : first.cut[row]
  }
}

function openEntries(size: number): Pick<RowPool, 'bound' | 'entry'> {
  const bound = new Float64Array(2 * size)
  return { bound, entry: new Int32Array(bound.buffer) }
}

/**
 * Fetches a row at current prices. A row that was up to date but too short grows fourfold at the end of the
 * pool, and then only entries worth more than `minimumWorth` are fetched: a long scan rarely happens twice.
 */
export function fetchRow(
  state: Assigned,
  bidder: number,
  minimumWorth = Number.NEGATIVE_INFINITY,
): void {
  const { pool, price } = state
  const { query, row } = pool
  const own = state.rowOf[bidder]
  let floor = -state.bonus[bidder]
  if (pool.fetchedAt[own] === state.version) {
    if (pool.isWhole[own] === 0) growRow(pool, own, 4 * pool.room[own])
    floor = Math.max(floor, minimumWorth)
  } else if (state.rows.first !== undefined && pool.room[own] === FIRST_LIMIT) {
    growRow(pool, own, SECOND_LIMIT)
  }
  const room = pool.room[own]
  if (row.column.length < room) {
    row.column = new Int32Array(room)
    row.value = new Int32Array(room)
  }
  query.bidder = own
  query.price = price
  query.floor = floor
  query.least = state.least
  query.limit = room
  state.rows.fill(query, row)
  if (room > price.length && row.cut > floor) {
    throw new Error(`Row ${own} leaves pairs out although there was room for all`)
  }
  storeRow(state, own, floor)
}

/**
 * Fetches the rows of several bidders and sorts `bidders` into the fastest order. None of the rows may have
 * been lengthened before.
 */
export function fetchRows(
  state: Assigned,
  bidders: Int32Array,
  fillMany: NonNullable<RowSource['fillMany']>,
): void {
  const { pool, price, bonus, least } = state
  const floorOf = (bidder: number) => -bonus[bidder]
  const query = { bidders, price, floorOf, least, limit: SECOND_LIMIT }
  const { count, column, value, cut } = fillMany(query)
  const { row } = pool
  for (let n = 0; n < bidders.length; n++) {
    const own = bidders[n]
    if (pool.room[own] < SECOND_LIMIT) growRow(pool, own, SECOND_LIMIT)
    row.count = count[n]
    row.cut = cut[n]
    for (let k = 0; k < row.count; k++) {
      row.column[k] = column[SECOND_LIMIT * n + k]
      row.value[k] = value[SECOND_LIMIT * n + k]
    }
    storeRow(state, own, floorOf(own))
  }
}

/** Stores an answer given at current prices. */
function storeRow({ pool, price, version, dropped }: Assigned, own: number, floor: number): void {
  const { row, bound, entry } = pool
  const offset = pool.offset[own]
  for (let k = 0; k < row.count; k++) {
    const column = row.column[k]
    const value = row.value[k]
    const at = offset + k
    bound[2 * at] = value - price[column]
    entry[4 * at + 2] = column
    entry[4 * at + 3] = value
  }
  pool.count[own] = row.count
  pool.cut[own] = row.cut
  pool.isWhole[own] = row.cut === floor ? 1 : 0
  pool.fetchedAt[own] = version
  pool.droppedAt[own] = dropped
}

/** Must be called when the pairs of a row, or the bonus of its bidder, have changed. */
export function invalidateRow({ pool }: Assigned, row: number): void {
  pool.count[row] = 0
  pool.cut[row] = Number.POSITIVE_INFINITY
  pool.fetchedAt[row] = -1
}

function growRow(pool: RowPool, row: number, room: number): void {
  if (2 * (pool.end + room) > pool.bound.length) {
    const { bound, entry } = openEntries(2 * (pool.end + room))
    bound.set(pool.bound)
    pool.bound = bound
    pool.entry = entry
  }
  pool.offset[row] = pool.end
  pool.room[row] = room
  pool.end += room
}
