/*
 * The best columns of every row at prices of 0, made in one pass before the solve.
 *
 * Prices are never negative, so a worth at price 0 is an upper bound throughout the solve. Made ahead, the
 * rows can be made region by region, which reads the same few blocks of the index again and again, and by
 * several worker threads, as a row depends on its query alone.
 */
import { openRowTable, type RowTable } from './row-table.ts'

export const FIRST_LIMIT = 16

/** One row for each bidder. */
export function openFirstRows(bidders: number): RowTable {
  return openRowTable(bidders, FIRST_LIMIT)
}
