import type { Row } from './graph.ts'
import { sharedFloats, sharedInts } from './shared.ts'

/**
 * Rows that are made beside the solver, and may be made by several threads: the `count[n]` best columns of
 * row n stand from `limit` * n on, the best first.
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

/** Answers questions one by one, each into its row of the table. */
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
