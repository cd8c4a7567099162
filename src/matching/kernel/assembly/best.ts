/*
 * The best mentors for one mentee, from the index alone.
 *
 * Scoring all pairs of a country takes minutes, and almost none of them matter. So the mentors in reach are
 * taken by how much of the mentee's needs they cover, highest first. A group with the same coverage has an
 * upper bound: the exact topics term plus the maximum of the other terms. A group whose bound is below the
 * last of the best so far is skipped (the threshold algorithm of Fagin, Lotem and Naor, 2001, 128 people at
 * a time). The remaining mentors get exactly the integers of score.ts, which a test compares pair by pair.
 */
import { findNear, findOpen, plane, planesFor } from './blocks'
import { BLOCK, IMPORTANCE, INTERESTS, QUAD, SHARED } from './constants'
import { float, four, int, setFloat, setInt } from './memory'
import { interestValue, mayMeet, sharedInterests, timeValue, wayValue, wishBits } from './pair'
import { loadMentee, entry, mentee, prefers, start, weightOf } from './question'
import {
  away,
  block,
  column,
  coverage,
  coverageFrom,
  interestValues,
  mentorAt,
  mostInterestValues,
  mostDanishOnlyValue,
  mostLanguageValue,
  offeredTotals,
  one,
  open,
  others,
  preferring,
  price,
  three,
  languageSetAt,
  languageValueFrom,
  languageValues,
  two,
  value,
  waitingValues,
  way,
  worth,
} from './tables'

const PPM: f64 = 1_000_000
/** The highest possible points. */
const MOST_POINTS: f64 = 1_000_000

/** Upper bound on points - price of the mentors left out. */
export let cut: f64 = 0

/** The least sum that rounds to these points; none for 1 point, which every feasible pair gets. */
function sumFor(points: f64): f64 {
  return points <= 1 ? -Infinity : points * PPM - PPM / 2
}

/** @param sum of weight times value over the terms, both in ppm */
export function pointsOf(sum: f64): f64 {
  return max(1.0, floor((sum + PPM / 2) / PPM))
}

/** The topics term by importance covered. */
export function coverageValue(covered: i32): i32 {
  return int(coverage, int(coverageFrom, mentee) + covered)
}

export function languageValue(slot: i32): i32 {
  return int(languageValues, int(languageValueFrom, mentee) + int(languageSetAt, slot))
}

// The weights of this query's terms, and the maxima of weight times term.
let ofLanguage: f64 = 0
let ofTime: f64 = 0
let ofWay: f64 = 0
let ofInterests: f64 = 0
let mostTime: f64 = 0
let mostLanguage: f64 = 0
/** With a mentor who shares no language but Danish. */
let mostDanishOnly: f64 = 0
let mostInterest: f64 = 0

/**
 * Writes to `column` and `value` the mentors with points - price > `floor` and points >= `least`: the best
 * `limit` in descending order of points - price. Returns their number; `cut` bounds the rest. Prices must
 * not be negative, and `limit` at most LONGEST_ROW.
 */
export function findBest(ofMentee: i32, floor: f64, least: f64, limit: i32): i32 {
  cut = floor
  if (!loadMentee(ofMentee)) return 0
  const found = findOpen(findNear())
  if (found === 0) return 0
  ofLanguage = weightOf(1)
  ofTime = weightOf(2)
  ofWay = weightOf(4)
  ofInterests = weightOf(5)
  mostTime = ofTime * PPM
  mostLanguage = ofLanguage * <f64>int(mostLanguageValue, mentee)
  mostDanishOnly = ofLanguage * <f64>int(mostDanishOnlyValue, mentee)
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
    const exactPart = certain + ofTopics * <f64>coverageValue(covered)
    const around = exactPart + mostTime
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
        const topDanishOnly = around + mostWay + mostDanishOnly
        const sharingOther = int(others, k)
        const withWish = prefers ? -1 : int(preferring, k)
        const first = BLOCK * int(block, k)
        const isNear = int(away, k) >= 0
        for (; bits !== 0; bits &= bits - 1) {
          const bit = ctz(bits)
          const shared = sharedInterests(k, bit)
          const hasWish = ((withWish >>> bit) & 1) !== 0
          // `needed` may have risen since: test the bits before reading from memory.
          if (!hasWish) {
            const most = (sharingOther >>> bit) & 1 ? top : topDanishOnly
            if (most + ofInterests * <f64>int(interestValues, shared) < needed) continue
          }
          const slot = first + bit
          let sum =
            exactPart +
            ofLanguage * <f64>languageValue(slot) +
            ofInterests * <f64>interestValue(shared, hasWish ? wishBits(slot) : 0)
          if (sum + mostWay + mostTime < needed) continue
          const mentor = int(mentorAt, slot)
          const cost = float(price, mentor)
          const wanted = max(bar + cost + 1, least)
          if (wanted > MOST_POINTS) continue
          const enoughHere = sumFor(wanted)
          if (sum + mostWay + mostTime < enoughHere) continue
          const wayTerm = wayValue(slot, isNear)
          sum += ofWay * <f64>wayTerm
          if (wayTerm === 0 || sum + mostTime < enoughHere) continue
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

/** Bit k: whether a subset of the needs has total importance k. Above 31, every total counts as possible. */
function possibleSums(): i32 {
  let sums = 1
  const end = start(INTERESTS)
  for (let at = start(IMPORTANCE); at < end; at++) sums |= sums << entry(at)
  return sums
}

/** Least sufficient distance term: for anyone, by shared interests, with Danish only, and with a wish. */
let anyBar: v128 = i32x4.splat(0)
let bar0: v128 = i32x4.splat(0)
let bar1: v128 = i32x4.splat(0)
let bar2: v128 = i32x4.splat(0)
let bar3: v128 = i32x4.splat(0)
let danishOnlyBar0: v128 = i32x4.splat(0)
let danishOnlyBar1: v128 = i32x4.splat(0)
let danishOnlyBar2: v128 = i32x4.splat(0)
let danishOnlyBar3: v128 = i32x4.splat(0)
let danishOnlyWishBar: v128 = i32x4.splat(0)

/** @param missing what the language, interests and distance terms must add up to */
function setBars(missing: f64): void {
  anyBar = barFor(missing - mostLanguage - mostInterest)
  danishOnlyWishBar = barFor(missing - mostDanishOnly - mostInterest)
  bar0 = barFor(missing - mostLanguage - mostInterestWith(0))
  bar1 = barFor(missing - mostLanguage - mostInterestWith(1))
  bar2 = barFor(missing - mostLanguage - mostInterestWith(2))
  bar3 = barFor(missing - mostLanguage - mostInterestWith(3))
  danishOnlyBar0 = barFor(missing - mostDanishOnly - mostInterestWith(0))
  danishOnlyBar1 = barFor(missing - mostDanishOnly - mostInterestWith(1))
  danishOnlyBar2 = barFor(missing - mostDanishOnly - mostInterestWith(2))
  danishOnlyBar3 = barFor(missing - mostDanishOnly - mostInterestWith(3))
}

/** Maximum of the weighted interests term, by shared interests. */
function mostInterestWith(shared: i32): f64 {
  return ofInterests * <f64>int(prefers ? mostInterestValues : interestValues, shared)
}

/** Rounded down, so that no sufficient mentor is excluded. */
function barFor(missing: f64): v128 {
  if (ofWay === 0) return i32x4.splat(missing > 0 ? i32.MAX_VALUE : 0)
  return i32x4.splat(<i32>floor(missing / ofWay))
}

/** Mentors of four blocks whose language, interests and distance terms may suffice. */
function enough(n: i32): v128 {
  const far = four(way, n)
  const sharingOther = four(others, n)
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
    v128.or(i32x4.ge_s(far, danishOnlyBar0), v128.and(atLeastOne, i32x4.ge_s(far, danishOnlyBar1))),
    v128.or(
      v128.and(atLeastTwo, i32x4.ge_s(far, danishOnlyBar2)),
      v128.and(atLeastThree, i32x4.ge_s(far, danishOnlyBar3)),
    ),
  )
  const all = v128.bitselect(spoken, plain, sharingOther)
  if (prefers) return all
  // A wish that is met can make up for missing interests.
  const withWish = v128.and(
    four(preferring, n),
    v128.or(sharingOther, i32x4.ge_s(far, danishOnlyWishBar)),
  )
  return v128.or(all, withWish)
}

/** Inserts a pair among the best; the one at `last` drops out. */
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
