import type { Assigned } from './assigned.ts'

/** The two best columns of a row at present prices: what they are worth, and which they are. */
export interface TwoBest {
  best: number
  second: number
  /** -1 when nothing is worth more than staying out. */
  column: number
  value: number
  /** The second, or -1. */
  other: number
  otherValue: number
}

export function openTwoBest(): TwoBest {
  return { best: 0, second: 0, column: -1, value: 0, other: -1, otherValue: 0 }
}

/**
 * Finds them, as far down as the row has been fetched. False when what it left out could be one of them.
 * @param out what staying out is worth
 * @param heldBy the row that holds each column, where columns of the own row do not count
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
