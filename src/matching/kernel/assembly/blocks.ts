import {
  BOX,
  COSINE,
  EAST,
  IMPORTANCE,
  IN_PERSON,
  INTERESTS,
  KM_PER_DEGREE,
  LIMIT,
  NEEDS,
  NORTH,
  ONLINE,
  OTHERS,
  PERMISSIONS,
  PREFERS,
  QUAD,
  SOUTH,
  WEST,
} from './constants'
import { listTimes, timeCount } from './hours'
import { four, int, setFour, setInt } from './memory'
import {
  cosine,
  eastDegrees,
  entry,
  isInPerson,
  isOnline,
  limit,
  mentee,
  northKm,
  start,
  takesInterpreter,
} from './question'
import {
  away,
  block,
  blocks,
  boxes,
  danish,
  distanceValues,
  offeredTotals,
  one,
  onlineValue,
  open,
  others,
  planes,
  preferring,
  reachQuad,
  reachStart,
  regionOf,
  three,
  times,
  two,
  way,
  words,
} from './tables'

/** The words of an attribute for four blocks from `first` on. */
function wordsOf(attribute: i32, first: i32): v128 {
  return four(words, attribute * blocks + first)
}

/** As `wordsOf`, for the attribute in list entry `at`. */
function wordsListed(at: i32, first: i32): v128 {
  return four(words, entry(at) + first)
}

/** Searches the quads within reach of the mentee's region, nearest first. */
export function findNear(): i32 {
  const region = int(regionOf, mentee)
  return findNearIn(reachQuad, int(reachStart, region), int(reachStart, region + 1))
}

/**
 * Finds the quads of a list with mentors within both limits or, if both can, online. Writes `block`,
 * `away`, `way` and `open` of their blocks, and returns the number of blocks.
 */
export function findNearIn(quads: usize, from: i32, end: i32): i32 {
  let count = 0
  for (let n = from; n < end; n++) {
    const first = QUAD * int(quads, n)
    let who = i32x4.splat(0)
    setFour(away, count, i32x4.splat(-1))
    setFour(way, count, i32x4.splat(0))
    if (isInPerson) {
      const tenths = tenthsTo(first)
      const isNear = i32x4.le_s(tenths, i32x4.min_s(limitsOf(first), i32x4.splat(limit)))
      who = v128.and(wordsOf(IN_PERSON, first), isNear)
      if (v128.any_true(isNear)) {
        setFour(away, count, v128.or(v128.and(tenths, isNear), v128.not(isNear)))
        for (let k = count; k < count + QUAD; k++) {
          const far = int(away, k)
          if (far >= 0) setInt(way, k, int(distanceValues, far))
        }
      }
    }
    if (isOnline) {
      const online = wordsOf(ONLINE, first)
      who = v128.or(who, online)
      const atLeast = v128.and(i32x4.splat(onlineValue), i32x4.ne(online, i32x4.splat(0)))
      setFour(way, count, i32x4.max_s(four(way, count), atLeast))
    }
    if (!v128.any_true(who)) continue
    setFour(block, count, i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3)))
    setFour(open, count, who)
    count += QUAD
  }
  return count
}

/** Distance to four bounding boxes in tenths of a km: truncated, while exact distances are rounded. */
function tenthsTo(first: i32): v128 {
  const box = boxes + ((<usize>(BOX * first)) << 3)
  return i64x2.shuffle(tenthsToTwo(box), tenthsToTwo(box + 16), 0, 2)
}

function tenthsToTwo(box: usize): v128 {
  const none = f64x2.splat(0)
  const own = f64x2.splat(northKm)
  const ownEast = f64x2.splat(eastDegrees)
  const north = f64x2.max(
    none,
    f64x2.max(f64x2.sub(side(box, SOUTH), own), f64x2.sub(own, side(box, NORTH))),
  )
  const degrees = f64x2.max(
    none,
    f64x2.max(f64x2.sub(side(box, WEST), ownEast), f64x2.sub(ownEast, side(box, EAST))),
  )
  // The smallest cosine gives a lower bound.
  const cosines = f64x2.add(f64x2.splat(cosine), side(box, COSINE))
  const east = f64x2.mul(
    f64x2.mul(degrees, f64x2.splat(KM_PER_DEGREE)),
    f64x2.div(cosines, f64x2.splat(2)),
  )
  const squares = f64x2.add(f64x2.mul(north, north), f64x2.mul(east, east))
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.sqrt(squares), f64x2.splat(10)))
}

function limitsOf(first: i32): v128 {
  const box = boxes + ((<usize>(BOX * first)) << 3)
  return i64x2.shuffle(
    i32x4.trunc_sat_f64x2_s_zero(side(box, LIMIT)),
    i32x4.trunc_sat_f64x2_s_zero(side(box + 16, LIMIT)),
    0,
    2,
  )
}

/** One number of the boxes of two blocks; the boxes of a quad are interleaved. */
function side(box: usize, which: i32): v128 {
  return v128.load(box + ((<usize>(QUAD * which)) << 3))
}

/**
 * Keeps the near blocks with mentors left open by wishes for a sex, children, language and hours; counts
 * the importance they cover and the interests they share. Returns the number of blocks.
 */
export function findOpen(near: i32): i32 {
  const permissions = start(PERMISSIONS)
  const needs = start(NEEDS)
  const speaks = start(OTHERS)
  const excluded = start(OTHERS + 1)
  const inDanish = int(danish, mentee)
  const planeCount = planesFor(int(offeredTotals, mentee))
  listTimes()
  let count = 0
  for (let n = 0; n < near; n += QUAD) {
    const first = int(block, n)
    let who = four(open, n)
    for (let at = permissions; at < needs; at++) who = v128.and(who, wordsListed(at, first))
    if (!v128.any_true(who)) continue
    let sharingOther = i32x4.splat(0)
    for (let at = speaks; at < excluded; at++) {
      sharingOther = v128.or(sharingOther, wordsListed(at, first))
    }
    if (!takesInterpreter) {
      const either =
        inDanish < 0 ? sharingOther : v128.or(sharingOther, four(words, inDanish + first))
      who = v128.and(who, either)
      if (!v128.any_true(who)) continue
    }
    let free = i32x4.splat(0)
    for (let at = 0; at < timeCount; at++) free = v128.or(free, four(words, int(times, at) + first))
    who = v128.and(who, free)
    if (!v128.any_true(who)) continue
    setFour(block, count, four(block, n))
    setFour(away, count, four(away, n))
    setFour(way, count, four(way, n))
    setFour(open, count, who)
    setFour(others, count, sharingOther)
    setFour(preferring, count, wordsOf(PREFERS, first))
    countNeeds(count, first, who, planeCount)
    countInterests(count, first, who)
    count += QUAD
  }
  return count
}

/** Binary digits of an importance up to `total`. */
export function planesFor(total: i32): i32 {
  return 32 - clz(total)
}

/** Address of binary digit `at` of the importance covered, per block. */
export function plane(at: i32): usize {
  return planes + ((<usize>(at * blocks)) << 2)
}

/** Bit-sliced addition: ripples the carry through the planes. */
function countNeeds(n: i32, first: i32, who: v128, planeCount: i32): void {
  for (let at = 0; at < planeCount; at++) setFour(plane(at), n, i32x4.splat(0))
  const needs = start(NEEDS)
  const count = start(IMPORTANCE) - needs
  for (let at = needs; at < needs + count; at++) {
    const covering = v128.and(wordsListed(at, first), who)
    if (!v128.any_true(covering)) continue
    let importance = entry(at + count)
    for (let bit = 0; importance !== 0; bit++, importance >>= 1) {
      if ((importance & 1) === 0) continue
      let carry = covering
      for (let to = bit; v128.any_true(carry); to++) {
        const before = four(plane(to), n)
        setFour(plane(to), n, v128.xor(before, carry))
        carry = v128.and(carry, before)
      }
    }
  }
}

function countInterests(n: i32, first: i32, who: v128): void {
  let atLeastOne = i32x4.splat(0)
  let atLeastTwo = i32x4.splat(0)
  let atLeastThree = i32x4.splat(0)
  for (let at = start(INTERESTS); at < start(INTERESTS + 1); at++) {
    const sharing = v128.and(wordsListed(at, first), who)
    atLeastThree = v128.or(atLeastThree, v128.and(atLeastTwo, sharing))
    atLeastTwo = v128.or(atLeastTwo, v128.and(atLeastOne, sharing))
    atLeastOne = v128.or(atLeastOne, sharing)
  }
  setFour(one, n, atLeastOne)
  setFour(two, n, atLeastTwo)
  setFour(three, n, atLeastThree)
}
