import type { Row } from './graph.ts'
import { sharedFloats, sharedInts } from './shared.ts'

/**
 * Rows in shared memory, made ahead of the solver and perhaps by several threads: row n has its `count[n]`
 * best columns from `limit` * n on, best first.
 */
export interface RowTable {
  limit: number
  count: Int32Array
  column: Int32Array
  value: Int32Array
  /** See `Row`. */
  cut: Float64Array
}

export function openRowTable(rows: number, limit: number): RowTable {
  return {
    limit,
    count: sharedInts(rows),
    column: sharedInts(limit * rows),
    value: sharedInts(limit * rows),
    cut: sharedFloats(rows),
  }
}

/** Returns a function that answers a query into row `into` of the table. */
export function intoTable<Query>(
  fill: (query: Query, row: Row) => void,
  table: RowTable,
): (query: Query, into: number) => void {
  const { limit } = table
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(limit),
    value: new Int32Array(limit),
  }
  return (query, into) => {
    fill(query, row)
    table.count[into] = row.count
    table.cut[into] = row.cut
    for (let k = 0; k < row.count; k++) {
      table.column[limit * into + k] = row.column[k]
      table.value[limit * into + k] = row.value[k]
    }
  }
}
