/*
 * The best few columns of every row before anything has a price, made in one walk.
 *
 * As prices are never negative, what a column is worth without one is a bound for ever, so a solve may
 * begin from these rows. Made before it rather than in the order in which the solver asks, they can be
 * made region by region: the same few blocks of the index are then looked at again and again. And as
 * each depends on its question alone, several threads may make them together.
 */
import type { Row, RowSource } from './graph.ts'
import { sharedInts } from './shared.ts'

/** Columns of a row: enough for all but a few rows of a solve. */
export const FIRST_LIMIT = 16

/** Of row r, the `count[r]` best columns stand from `FIRST_LIMIT` * r on, the highest value first. */
export interface FirstRows {
  count: Int32Array
  column: Int32Array
  value: Int32Array
  /** No column that was left out has a higher value; 0 when none was. */
  cut: Int32Array
}

export function openFirstRows(bidders: number): FirstRows {
  return {
    count: sharedInts(bidders),
    column: sharedInts(FIRST_LIMIT * bidders),
    value: sharedInts(FIRST_LIMIT * bidders),
    cut: sharedInts(bidders),
  }
}

/** Makes the rows of these bidders. */
export function makeFirstRows(
  { fill, columnCount }: Pick<RowSource, 'fill' | 'columnCount'>,
  first: FirstRows,
): (bidders: Int32Array) => void {
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(FIRST_LIMIT),
    value: new Int32Array(FIRST_LIMIT),
  }
  const price = new Float64Array(columnCount)
  return (bidders) => {
    for (const bidder of bidders) {
      fill({ bidder, price, floor: 0, least: 1, limit: FIRST_LIMIT }, row)
      first.count[bidder] = row.count
      first.cut[bidder] = row.cut
      for (let k = 0; k < row.count; k++) {
        first.column[FIRST_LIMIT * bidder + k] = row.column[k]
        first.value[FIRST_LIMIT * bidder + k] = row.value[k]
      }
    }
  }
}
