import { coverageValue, languageValue, pointsOf } from './best'
import { findNear, findNearIn, findOpen, plane, planesFor } from './blocks'
import { BLOCK, QUAD, TERM_COUNT } from './constants'
import { int, setInt } from './memory'
import { interestValue, mayMeet, sharedInterests, timeValue, wayValue, wishBits } from './pair'
import { loadMentee, mentee, prefers, weightOf } from './question'
import {
  away,
  block,
  mentor,
  mentorAt,
  offeredTotals,
  only,
  open,
  points,
  preferring,
  slotOf,
  terms,
  waitingValues,
} from './tables'

/**
 * Writes `mentor`, `points` and `terms` of all feasible pairs with at least `least` points; returns the
 * number.
 */
export function findEvery(ofMentee: i32, least: i32): i32 {
  if (!loadMentee(ofMentee)) return 0
  const found = findOpen(findNear())
  let count = 0
  for (let n = 0; n < found; n++) {
    for (let bits = int(open, n); bits !== 0; bits &= bits - 1) {
      const bit = ctz(bits)
      const total = pairPoints(n, bit, count)
      if (total === 0 || total < least) continue
      setInt(mentor, count, int(mentorAt, BLOCK * int(block, n) + bit))
      setInt(points, count, total)
      count += 1
    }
  }
  return count
}

/** Points of one pair; 0 when infeasible. */
export function findValue(ofMentee: i32, ofMentor: i32): i32 {
  const slot = int(slotOf, ofMentor)
  if (slot < 0 || !loadMentee(ofMentee)) return 0
  const ownBlock = slot / BLOCK
  setInt(only, 0, ownBlock / QUAD)
  if (findOpen(findNearIn(only, 0, 1)) === 0) return 0
  const n = ownBlock % QUAD
  const bit = slot % BLOCK
  return (int(open, n) >>> bit) & 1 ? pairPoints(n, bit, 0) : 0
}

/**
 * Writes the terms of the mentor at `bit` of entry `n` as number `at`; returns points, 0 when infeasible.
 */
function pairPoints(n: i32, bit: i32, at: i32): i32 {
  const slot = BLOCK * int(block, n) + bit
  const wayTerm = wayValue(slot, int(away, n) >= 0)
  if (wayTerm === 0 || !mayMeet(slot, int(mentorAt, slot))) return 0
  const planeCount = planesFor(int(offeredTotals, mentee))
  let covered = 0
  for (let digit = 0; digit < planeCount; digit++) {
    covered |= ((int(plane(digit), n) >>> bit) & 1) << digit
  }
  const hasWish = prefers || ((int(preferring, n) >>> bit) & 1) !== 0
  const to = TERM_COUNT * at
  setInt(terms, to, coverageValue(covered))
  setInt(terms, to + 1, languageValue(slot))
  setInt(terms, to + 2, timeValue(slot))
  setInt(terms, to + 3, int(waitingValues, mentee))
  setInt(terms, to + 4, wayTerm)
  setInt(terms, to + 5, interestValue(sharedInterests(n, bit), hasWish ? wishBits(slot) : 0))
  let sum: f64 = 0
  for (let term = 0; term < TERM_COUNT; term++) sum += weightOf(term) * <f64>int(terms, to + term)
  return <i32>pointsOf(sum)
}
