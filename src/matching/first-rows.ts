/*
 * The best few columns of every row before anything has a price, made in one walk.
 *
 * As prices are never negative, what a column is worth without one is a bound for ever, so a solve may
 * begin from these rows. Made before it rather than in the order in which the solver asks, they can be
 * made region by region: the same few blocks of the index are then looked at again and again.
 */
import type { Row, RowSource } from './graph.ts'

/** Columns of a row: enough for all but a few rows of a solve. */
export const FIRST_LIMIT = 16

/** Of row r, the `count[r]` best columns stand from `FIRST_LIMIT` * r on, the highest value first. */
export interface FirstRows {
  count: Uint8Array
  column: Int32Array
  value: Int32Array
  /** No column that was left out has a higher value; 0 when none was. */
  cut: Int32Array
}

/** @param order all bidders, each once */
export function makeFirstRows(
  rows: RowSource,
  order: Int32Array,
  onRow: () => void = () => {},
): FirstRows {
  const { bidderCount, columnCount } = rows
  const first: FirstRows = {
    count: new Uint8Array(bidderCount),
    column: new Int32Array(FIRST_LIMIT * bidderCount),
    value: new Int32Array(FIRST_LIMIT * bidderCount),
    cut: new Int32Array(bidderCount),
  }
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(FIRST_LIMIT),
    value: new Int32Array(FIRST_LIMIT),
  }
  const price = new Float64Array(columnCount)
  for (const bidder of order) {
    rows.fill({ bidder, price, floor: 0, least: 1, limit: FIRST_LIMIT }, row)
    first.count[bidder] = row.count
    first.cut[bidder] = row.cut
    for (let k = 0; k < row.count; k++) {
      first.column[FIRST_LIMIT * bidder + k] = row.column[k]
      first.value[FIRST_LIMIT * bidder + k] = row.value[k]
    }
    onRow()
  }
  return first
}
