import type { Assigned } from './assigned.ts'

/** The two best columns of a row at current prices, with their worth (value - price). */
export interface TwoBest {
  best: number
  second: number
  /** -1 when no column is worth more than staying unassigned. */
  column: number
  value: number
  /** The second best, or -1. */
  other: number
  otherValue: number
}

export function openTwoBest(): TwoBest {
  return { best: 0, second: 0, column: -1, value: 0, other: -1, otherValue: 0 }
}

/**
 * Scans the fetched part of a row. Returns false when one of the two could be in the rest.
 * @param out worth of staying unassigned
 * @param heldBy the row that holds each column; columns held by this row are skipped
 */
export function findTwoBest(
  { pool, price }: Assigned,
  row: number,
  out: number,
  found: TwoBest,
  heldBy?: Int32Array,
): boolean {
  let best = out
  let second = out
  let column = -1
  let value = 0
  let other = -1
  let otherValue = 0
  const from = pool.offset[row]
  const to = from + pool.count[row]
  let at = from
  const { bound, entry } = pool
  for (; at < to && bound[2 * at] > second; at++) {
    const c = entry[4 * at + 2]
    const v = entry[4 * at + 3]
    const u = v - price[c]
    if (u <= second || (heldBy !== undefined && heldBy[c] === row)) continue
    if (u > best) {
      second = best
      other = column
      otherValue = value
      best = u
      column = c
      value = v
    } else {
      second = u
      other = c
      otherValue = v
    }
  }
  found.best = best
  found.second = second
  found.column = column
  found.value = value
  found.other = other
  found.otherValue = otherValue
  return at < to || pool.cut[row] <= second
}
