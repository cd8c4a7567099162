import { FEW, SAMPLED, SHORT } from './constants'
import { float, four, int, setFloat, setInt } from './memory'
import { column, gaps, keys, place, price, rowColumn, rowValue, value } from './tables'

// The best columns of a row in memory, as best-columns.ts.

/** Upper bound on value - price of the columns left out. */
export let rowCut: f64 = 0

/** Up to this limit the best are kept in order while scanning; above it all are sorted. */
const TOGETHER = 16
/** Integers are exact up to this. */
const EXACT: f64 = 9007199254740992

/** Number of columns above the threshold. */
let found: i32 = 0
/**
 * A key combines worth and position in one number, larger is better and earlier wins among equals; `scale`
 * is the number of keys per worth.
 */
let scale: f64 = 0

/**
 * Writes to `column` and `value` the pairs between `from` and `to` with value - price > `floor` and value
 * >= `least`: the best `limit` in descending order of value - price; among equals those from `middle` on
 * come first. Returns their number, or -1 for a floor too low for exact keys; `rowCut` bounds the rest.
 * Prices must not be negative.
 */
export function selectBest(
  from: i32,
  middle: i32,
  to: i32,
  floor: f64,
  least: i32,
  limit: i32,
): i32 {
  touch(from, to)
  const sampled = to - from > SHORT && limit <= FEW
  const bar = sampled ? sampleBar(from, middle, to, floor, least) : floor
  // No column is worth more than its value, so for most columns no price is read.
  const lowest = <i32>min(<f64>i32.MAX_VALUE, max(<f64>least, bar + 1))
  const likely = findFrom(from, middle, findFrom(middle, to, 0, lowest), lowest)
  scale = <f64>(1 << (32 - clz(likely)))
  if (-bar * scale > EXACT / 2) return -1
  if (limit <= TOGETHER) keepBest(likely, bar)
  else sortAll(likely, bar)
  const count = min(found, limit)
  for (let k = 0; k < count; k++) {
    const key = float(keys, k)
    const at = int(place, <i32>(Math.ceil(key / scale) * scale - key))
    setInt(column, k, int(rowColumn, at))
    setInt(value, k, int(rowValue, at))
  }
  const next = limit <= TOGETHER ? limit - 1 : limit
  rowCut = found > limit ? Math.ceil(float(keys, next) / scale) - 1 : bar
  return count
}

/** Prefetches the columns of a row, while the values are scanned. */
function touch(from: i32, to: i32): void {
  let any = 0
  for (let at = from; at < to; at += 16) any |= int(rowColumn, at)
  setInt(place, 0, any)
}

/** Appends to `place` the positions with values high enough; returns the new count. */
function findFrom(from: i32, to: i32, count: i32, lowest: i32): i32 {
  const below = i32x4.splat(lowest - 1)
  let end = count
  for (let at = from; at < to; at += 4) {
    let enough = i32x4.bitmask(i32x4.gt_s(four(rowValue, at), below))
    if (to - at < 4) enough &= (1 << (to - at)) - 1
    // Written unconditionally and then counted or not, to avoid a branch misprediction.
    setInt(place, end, at)
    end += enough & 1
    setInt(place, end, at + 1)
    end += (enough >> 1) & 1
    setInt(place, end, at + 2)
    end += (enough >> 2) & 1
    setInt(place, end, at + 3)
    end += enough >> 3
  }
  return end
}

function worthOf(at: i32): f64 {
  return <f64>int(rowValue, at) - float(price, int(rowColumn, at))
}

function keyOf(own: f64, n: i32): f64 {
  return (own + 1) * scale - <f64>n
}

/** Writes the best 16 of `keys`, in order. */
function keepBest(likely: i32, bar: f64): void {
  const none = f64x2.splat(keyOf(bar, 0))
  let best0 = none
  let best1 = none
  let best2 = none
  let best3 = none
  let best4 = none
  let best5 = none
  let best6 = none
  let best7 = none
  found = 0
  for (let n = 0; n < likely; n++) {
    const own = worthOf(int(place, n))
    found += i32(own > bar)
    const key = keyOf(own, n)
    if (key <= f64x2.extract_lane(best7, 1)) continue
    // All smaller keys move down by one, without a branch.
    const one = f64x2.splat(key)
    best7 = f64x2.pmax(best7, f64x2.pmin(one, i64x2.shuffle(best6, best7, 1, 2)))
    best6 = f64x2.pmax(best6, f64x2.pmin(one, i64x2.shuffle(best5, best6, 1, 2)))
    best5 = f64x2.pmax(best5, f64x2.pmin(one, i64x2.shuffle(best4, best5, 1, 2)))
    best4 = f64x2.pmax(best4, f64x2.pmin(one, i64x2.shuffle(best3, best4, 1, 2)))
    best3 = f64x2.pmax(best3, f64x2.pmin(one, i64x2.shuffle(best2, best3, 1, 2)))
    best2 = f64x2.pmax(best2, f64x2.pmin(one, i64x2.shuffle(best1, best2, 1, 2)))
    best1 = f64x2.pmax(best1, f64x2.pmin(one, i64x2.shuffle(best0, best1, 1, 2)))
    best0 = f64x2.pmax(best0, f64x2.pmin(one, i64x2.shuffle(one, best0, 0, 2)))
  }
  v128.store(keys, best0, 0)
  v128.store(keys, best1, 16)
  v128.store(keys, best2, 32)
  v128.store(keys, best3, 48)
  v128.store(keys, best4, 64)
  v128.store(keys, best5, 80)
  v128.store(keys, best6, 96)
  v128.store(keys, best7, 112)
}

/** Writes all `keys` in order, by Shell's sort. */
function sortAll(likely: i32, bar: f64): void {
  found = 0
  let last = Infinity
  let inOrder = true
  for (let n = 0; n < likely; n++) {
    const own = worthOf(int(place, n))
    setFloat(keys, found, keyOf(own, n))
    if (own <= bar) continue
    inOrder = inOrder && own <= last
    last = own
    found++
  }
  // Already in order, for example where all are equal.
  if (inOrder) return
  for (let step = 0; int(gaps, step) > 0; step++) {
    const gap = int(gaps, step)
    for (let n = gap; n < found; n++) {
      const key = float(keys, n)
      let to = n
      for (; to >= gap && float(keys, to - gap) < key; to -= gap) {
        setFloat(keys, to, float(keys, to - gap))
      }
      setFloat(keys, to, key)
    }
  }
}

/** See `sampleBar` of best-columns.ts. */
function sampleBar(from: i32, middle: i32, to: i32, floor: f64, least: i32): f64 {
  const size = <i32>ceil(SAMPLED * <f64>(to - from))
  const start = min(middle, to - size)
  let first = floor
  let second = floor
  let third = floor
  for (let at = start; at < start + size; at++) {
    const own = int(rowValue, at)
    if (own < least || <f64>own <= third) continue
    const u = worthOf(at)
    if (u <= third) continue
    if (u <= second) {
      third = u
      continue
    }
    third = second
    if (u > first) {
      second = first
      first = u
    } else {
      second = u
    }
  }
  return max(floor, third - 1)
}
