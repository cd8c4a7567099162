/*
 * Rows as far down as the solver has needed them.
 *
 * Prices only rise during a solve, so what a column was worth when its row was fetched stays an
 * upper bound for ever: every scan may stop at the first entry whose bound cannot matter any more,
 * what was left out can never be worth more than `cut`, and the source is asked again only when
 * that might matter.
 */
import type { Assigned } from './assigned.ts'
import { FIRST_LIMIT } from './first-rows.ts'
import type { Row, RowQuery, RowSource } from './graph.ts'
import type { RowTable } from './row-table.ts'

/**
 * Of row r, the `count` entries from `offset` on, best first at the time of fetching. Entry k is
 * `bound[2k]`, its value - price at that time, `entry[4k + 2]`, the column, and `entry[4k + 3]`,
 * the value: two views of one buffer, as a scan that has to fetch three arrays from memory takes
 * twice as long.
 */
export interface RowPool {
  bound: Float64Array
  entry: Int32Array
  offset: Int32Array
  count: Int32Array
  room: Int32Array
  cut: Float64Array
  /** Whether nothing was left out for want of room: what is worth no more than `cut` was not asked for. */
  isWhole: Uint8Array
  /** The version of prices at which the row was fetched; -1 when it never was. */
  fetchedAt: Float64Array
  /** What prices had dropped by then in all; bounds and cut are low by what has come since. */
  droppedAt: Float64Array
  end: number
  query: RowQuery
  row: Row
}

/**
 * Room for rows that turn out to be too short, as a share of all; more is made when needed. Rows that are
 * all asked for once more get it from the start: memory that is never touched is never taken, and
 * making room later would hold everything twice.
 */
const SPARE = 0.25
const SPARE_AFTER_FIRST = 2.25

/** Whoever asks again will ask once more, and making a row twice as long takes hardly longer. */
export const SECOND_LIMIT = 2 * FIRST_LIMIT

/** @param least columns of a lower value are left aside */
export function openPool({ bidderCount: rows, first }: RowSource, least: number): RowPool {
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
  if (first !== undefined) loadFirst(pool, first, least)
  return pool
}

/** Begins with the rows at no price; they were fetched at no version of the present prices. */
function loadFirst(pool: RowPool, first: RowTable, least: number): void {
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
 * Fetches a row at the present prices. A row that was up to date and still too short gets four
 * times the room, at the end of the pool, and then only what is worth more than `enough`: somebody
 * looks far down a row once, and most of what is there matters to nobody.
 */
export function fetchRow(state: Assigned, bidder: number, enough = Number.NEGATIVE_INFINITY): void {
  const { pool, price } = state
  const { query, row } = pool
  const own = state.rowOf[bidder]
  let floor = -state.bonus[bidder]
  if (pool.fetchedAt[own] === state.version) {
    if (pool.isWhole[own] === 0) giveRoom(pool, own, 4 * pool.room[own])
    floor = Math.max(floor, enough)
  } else if (state.rows.first !== undefined && pool.room[own] === FIRST_LIMIT) {
    giveRoom(pool, own, SECOND_LIMIT)
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
  keepRow(state, own, floor)
}

/**
 * Fetches the rows of several bidders together, and puts these in the order in which that is quickest.
 * None of the rows may have been made longer before.
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
    if (pool.room[own] < SECOND_LIMIT) giveRoom(pool, own, SECOND_LIMIT)
    row.count = count[n]
    row.cut = cut[n]
    for (let k = 0; k < row.count; k++) {
      row.column[k] = column[SECOND_LIMIT * n + k]
      row.value[k] = value[SECOND_LIMIT * n + k]
    }
    keepRow(state, own, floorOf(own))
  }
}

/** Keeps what was answered at the present prices. */
function keepRow({ pool, price, version, dropped }: Assigned, own: number, floor: number): void {
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

/** To be called when the pairs of a row, or the bonus of its bidder, have changed. */
export function forgetRow({ pool }: Assigned, row: number): void {
  pool.count[row] = 0
  pool.cut[row] = Number.POSITIVE_INFINITY
  pool.fetchedAt[row] = -1
}

function giveRoom(pool: RowPool, row: number, room: number): void {
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
