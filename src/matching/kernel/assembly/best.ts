/*
 * The best mentors for one mentee, straight from the index, without ever holding the pairs.
 *
 * Scoring every pair of a country takes minutes; almost none of them matter. So the mentors of all
 * blocks in reach are taken in the order of how much of the mentee's needs they cover, from most to
 * least. Each group has a bound, its exact part plus the most that the rest can give, and a group
 * whose bound does not beat the last of the best found so far is passed as a whole (the threshold
 * algorithm of Fagin, Lotem and Naor, 2001, 128 people at a time). Who is left gets the very integers
 * of score.ts: a test holds the two together pair by pair.
 */
import { findNear, findOpen, plane, planesFor } from './blocks'
import { BLOCK, IMPORTANCE, INTERESTS, QUAD, SHARED } from './constants'
import { float, four, int, setFloat, setInt } from './memory'
import { interestValue, mayMeet, sharedInterests, timeValue, wayValue, wishBits } from './pair'
import { ask, entry, mentee, prefers, start, weightOf } from './question'
import {
  away,
  block,
  column,
  coverage,
  coverageFrom,
  interestValues,
  mentorAt,
  mostInterestValues,
  mostPlainTongue,
  mostTongue,
  offeredTotals,
  one,
  open,
  others,
  preferring,
  price,
  three,
  tongueAt,
  tongueFrom,
  tongues,
  two,
  value,
  waitingValues,
  way,
  worth,
} from './tables'

const PPM: f64 = 1_000_000
/** No pair has more points. */
const MOST_POINTS: f64 = 1_000_000

/** No mentor who was left out is worth more. */
export let cut: f64 = 0

/** The least sum that rounds to these points; anything does for a pair that is feasible at all. */
function sumFor(points: f64): f64 {
  return points <= 1 ? -Infinity : points * PPM - PPM / 2
}

/** @param sum of weight times value over the terms, both in ppm */
export function pointsOf(sum: f64): f64 {
  return max(1.0, floor((sum + PPM / 2) / PPM))
}

/** The topics term by what is covered. */
export function coverageValue(covered: i32): i32 {
  return int(coverage, int(coverageFrom, mentee) + covered)
}

export function languageValue(slot: i32): i32 {
  return int(tongues, int(tongueFrom, mentee) + int(tongueAt, slot))
}

// What this question's terms weigh, and what they can come to.
let ofLanguage: f64 = 0
let ofTime: f64 = 0
let ofWay: f64 = 0
let ofInterests: f64 = 0
let mostTime: f64 = 0
let mostLanguage: f64 = 0
/** With a mentor who shares no language but Danish. */
let mostPlain: f64 = 0
let mostInterest: f64 = 0

/**
 * Writes `column` and `value` of the mentors with points - price > `floor` and at least `least` points, the
 * best `limit` of them by points - price in descending order, and returns how many these are; `cut` is a
 * bound on the rest. Prices are never negative, and `limit` is no more than LONGEST_ROW.
 */
export function findBest(about: i32, floor: f64, least: f64, limit: i32): i32 {
  cut = floor
  if (!ask(about)) return 0
  const found = findOpen(findNear())
  if (found === 0) return 0
  ofLanguage = weightOf(1)
  ofTime = weightOf(2)
  ofWay = weightOf(4)
  ofInterests = weightOf(5)
  mostTime = ofTime * PPM
  mostLanguage = ofLanguage * <f64>int(mostTongue, mentee)
  mostPlain = ofLanguage * <f64>int(mostPlainTongue, mentee)
  mostInterest = ofInterests * <f64>int(mostInterestValues, SHARED - 1)
  const certain = weightOf(3) * <f64>int(waitingValues, mentee)
  const ofTopics = weightOf(0)
  const total = int(offeredTotals, mentee)
  const planeCount = planesFor(total)
  const possible = possibleSums()
  let bar = floor
  let needed = sumFor(max(bar + 1, least))
  let count = 0
  for (let covered = total; covered >= 0; covered--) {
    if (covered < 32 && ((possible >>> covered) & 1) === 0) continue
    const known = certain + ofTopics * <f64>coverageValue(covered)
    const around = known + mostTime
    if (around + mostLanguage + mostInterest + ofWay * PPM < needed) break
    setBars(needed - around)
    for (let n = 0; n < found; n += QUAD) {
      let who = v128.and(four(open, n), i32x4.ge_s(four(way, n), anyBar))
      for (let at = 0; at < planeCount; at++) {
        const digit = four(plane(at), n)
        who = (covered >> at) & 1 ? v128.and(who, digit) : v128.andnot(who, digit)
      }
      if (!v128.any_true(who)) continue
      who = v128.and(who, enough(n))
      if (!v128.any_true(who)) continue
      let hasRisen = false
      for (let k = n; k < n + QUAD; k++) {
        let bits = i32x4.extract_lane(who, 0)
        who = i8x16.shuffle(who, who, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3)
        if (bits === 0) continue
        const mostWay = ofWay * <f64>int(way, k)
        const top = around + mostWay + mostLanguage
        const topPlain = around + mostWay + mostPlain
        const speaking = int(others, k)
        const wishing = prefers ? -1 : int(preferring, k)
        const first = BLOCK * int(block, k)
        const isNear = int(away, k) >= 0
        for (; bits !== 0; bits &= bits - 1) {
          const bit = ctz(bits)
          const shared = sharedInterests(k, bit)
          const hasWish = ((wishing >>> bit) & 1) !== 0
          // The bar may have risen since: the bits tell before anything is fetched from memory.
          if (!hasWish) {
            const most = (speaking >>> bit) & 1 ? top : topPlain
            if (most + ofInterests * <f64>int(interestValues, shared) < needed) continue
          }
          const slot = first + bit
          let sum =
            known +
            ofLanguage * <f64>languageValue(slot) +
            ofInterests * <f64>interestValue(shared, hasWish ? wishBits(slot) : 0)
          if (sum + mostWay + mostTime < needed) continue
          const mentor = int(mentorAt, slot)
          const cost = float(price, mentor)
          const wanted = max(bar + cost + 1, least)
          if (wanted > MOST_POINTS) continue
          const enoughHere = sumFor(wanted)
          if (sum + mostWay + mostTime < enoughHere) continue
          const wayThere = wayValue(slot, isNear)
          sum += ofWay * <f64>wayThere
          if (wayThere === 0 || sum + mostTime < enoughHere) continue
          sum += ofTime * <f64>timeValue(slot)
          if (sum < enoughHere || !mayMeet(slot, mentor)) continue
          const points = pointsOf(sum)
          if (points < wanted) continue
          keep(count === limit ? count - 1 : count, mentor, points, points - cost)
          if (count < limit) count++
          if (count < limit) continue
          bar = float(worth, limit - 1)
          needed = sumFor(max(bar + 1, least))
          hasRisen = true
        }
      }
      if (hasRisen) setBars(needed - around)
    }
  }
  if (count === limit) cut = bar
  return count
}

/** Bit k: whether some of the needs together have importance k; sums past 31 all count as possible. */
function possibleSums(): i32 {
  let sums = 1
  const end = start(INTERESTS)
  for (let at = start(IMPORTANCE); at < end; at++) sums |= sums << entry(at)
  return sums
}

/** The least way term with which there may be enough: for anyone, by languages and interests, and with wishes. */
let anyBar: v128 = i32x4.splat(0)
let bar0: v128 = i32x4.splat(0)
let bar1: v128 = i32x4.splat(0)
let bar2: v128 = i32x4.splat(0)
let bar3: v128 = i32x4.splat(0)
let plainBar0: v128 = i32x4.splat(0)
let plainBar1: v128 = i32x4.splat(0)
let plainBar2: v128 = i32x4.splat(0)
let plainBar3: v128 = i32x4.splat(0)
let plainWishBar: v128 = i32x4.splat(0)

/** @param missing what languages, interests and the way must come to */
function setBars(missing: f64): void {
  anyBar = barFor(missing - mostLanguage - mostInterest)
  plainWishBar = barFor(missing - mostPlain - mostInterest)
  bar0 = barFor(missing - mostLanguage - mostInterestWith(0))
  bar1 = barFor(missing - mostLanguage - mostInterestWith(1))
  bar2 = barFor(missing - mostLanguage - mostInterestWith(2))
  bar3 = barFor(missing - mostLanguage - mostInterestWith(3))
  plainBar0 = barFor(missing - mostPlain - mostInterestWith(0))
  plainBar1 = barFor(missing - mostPlain - mostInterestWith(1))
  plainBar2 = barFor(missing - mostPlain - mostInterestWith(2))
  plainBar3 = barFor(missing - mostPlain - mostInterestWith(3))
}

/** The interests term at most, by the interests shared. */
function mostInterestWith(shared: i32): f64 {
  return ofInterests * <f64>int(prefers ? mostInterestValues : interestValues, shared)
}

/** Rounded down, so that nobody who is worth enough stays below. */
function barFor(missing: f64): v128 {
  if (ofWay === 0) return i32x4.splat(missing > 0 ? i32.MAX_VALUE : 0)
  return i32x4.splat(<i32>floor(missing / ofWay))
}

/** Those of four blocks for whom language, interests and the way may be enough. */
function enough(n: i32): v128 {
  const far = four(way, n)
  const speaking = four(others, n)
  const atLeastOne = four(one, n)
  const atLeastTwo = four(two, n)
  const atLeastThree = four(three, n)
  const spoken = v128.or(
    v128.or(i32x4.ge_s(far, bar0), v128.and(atLeastOne, i32x4.ge_s(far, bar1))),
    v128.or(
      v128.and(atLeastTwo, i32x4.ge_s(far, bar2)),
      v128.and(atLeastThree, i32x4.ge_s(far, bar3)),
    ),
  )
  const plain = v128.or(
    v128.or(i32x4.ge_s(far, plainBar0), v128.and(atLeastOne, i32x4.ge_s(far, plainBar1))),
    v128.or(
      v128.and(atLeastTwo, i32x4.ge_s(far, plainBar2)),
      v128.and(atLeastThree, i32x4.ge_s(far, plainBar3)),
    ),
  )
  const all = v128.bitselect(spoken, plain, speaking)
  if (prefers) return all
  // A wish that is met makes up for interests.
  const wishing = v128.and(four(preferring, n), v128.or(speaking, i32x4.ge_s(far, plainWishBar)))
  return v128.or(all, wishing)
}

/** Puts a pair in its place among the best, the last of which stands at `last` or falls out. */
function keep(last: i32, mentor: i32, points: f64, own: f64): void {
  let to = last
  for (; to > 0 && float(worth, to - 1) < own; to--) {
    setFloat(worth, to, float(worth, to - 1))
    setInt(column, to, int(column, to - 1))
    setInt(value, to, int(value, to - 1))
  }
  setFloat(worth, to, own)
  setInt(column, to, mentor)
  setInt(value, to, <i32>points)
}
