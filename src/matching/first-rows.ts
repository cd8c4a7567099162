/*
 * The best few columns of every row before anything has a price, made in one walk.
 *
 * As prices are never negative, what a column is worth without one is a bound for ever, so a solve may
 * begin from these rows. Made before it rather than in the order in which the solver asks, they can be
 * made region by region: the same few blocks of the index are then looked at again and again. And as
 * each depends on its question alone, several threads may make them together.
 */
import { openRowTable, type RowTable } from './row-table.ts'

/** Columns of a row: enough for all but a few rows of a solve. */
export const FIRST_LIMIT = 16

/** One row for each bidder. */
export function openFirstRows(bidders: number): RowTable {
  return openRowTable(bidders, FIRST_LIMIT)
}
