import {
  EXCLUDED,
  HAS,
  IN_PERSON,
  INSISTS_ON_AGE,
  IS_GENDER,
  KM_PER_DEGREE,
  MET,
  OF_MENTOR,
  ONLINE,
  PLACE,
  PREFERS_A_GENDER,
  PREFERS_AGE,
  PREFERS_GENDER,
  SHARED,
  WORDS,
} from './constants'
import { busyCount } from './hours'
import { float, int } from './memory'
import {
  cosine,
  eastDegrees,
  entry,
  insistsOnAge,
  isOnline,
  limit,
  mentee,
  northKm,
  prefersAge,
  start,
} from './question'
import {
  ages,
  ageWishes,
  blocks,
  busy,
  distanceValues,
  genders,
  interestValues,
  menteeAges,
  menteeAgeWishes,
  menteeWeeks,
  one,
  onlineValue,
  places,
  prefersGenders,
  selves,
  three,
  timeValues,
  two,
  weeks,
  words,
} from './tables'

// The terms of a score for one mentor of the index: the same integers as score.ts.

/** Whether the mentor in a slot has an attribute. */
function is(attribute: i32, slot: i32): bool {
  return ((int(words, attribute * blocks + (slot >> 5)) >>> (slot & 31)) & 1) !== 0
}

/** The distance term: the better of in person and online; 0 if neither is possible. */
export function wayValue(slot: i32, isNear: bool): i32 {
  const online = isOnline && is(ONLINE, slot) ? onlineValue : 0
  if (!isNear || !is(IN_PERSON, slot)) return online
  const place = PLACE * slot
  const north = float(places, place) - northKm
  const degrees = float(places, place + 1) - eastDegrees
  const east = degrees * KM_PER_DEGREE * ((float(places, place + 2) + cosine) / 2)
  const tenths = rounded(sqrt(north * north + east * east) * 10)
  if (tenths > <f64>limit || tenths > float(places, place + 3)) return online
  return max(online, int(distanceValues, <i32>tenths))
}

/** As `Math.round` of JavaScript. */
function rounded(exact: f64): f64 {
  const up = ceil(exact)
  return up - 0.5 > exact ? up - 1 : up
}

export function timeValue(slot: i32): i32 {
  const own = WORDS * slot
  const menteeWord = WORDS * mentee
  let common = 0
  for (let at = 0; at < busyCount; at++) {
    const word = int(busy, at)
    common += popcnt(int(weeks, own + word) & int(menteeWeeks, menteeWord + word))
  }
  return int(timeValues, common)
}

/** Number of shared interests of the mentor at `bit` of entry `n`. */
export function sharedInterests(n: i32, bit: i32): i32 {
  return ((int(one, n) >>> bit) & 1) + ((int(two, n) >>> bit) & 1) + ((int(three, n) >>> bit) & 1)
}

/** @param wishes see `wishBits`; 0 for none */
export function interestValue(shared: i32, wishes: i32): i32 {
  return int(interestValues, wishes * SHARED + shared)
}

/** The `prefer` wishes of both, and whether they are met. */
export function wishBits(slot: i32): i32 {
  let bits = 0
  const gender = int(prefersGenders, mentee)
  if (gender >= 0) bits = wish(is(IS_GENDER + gender, slot))
  if (prefersAge) bits |= wish(suitsMentee(slot)) << 2
  if (is(PREFERS_A_GENDER, slot)) {
    bits |= wish(is(PREFERS_GENDER + int(genders, mentee), slot)) << OF_MENTOR
  }
  if (is(PREFERS_AGE, slot)) bits |= wish(suitsMentor(slot)) << (OF_MENTOR + 2)
  return bits
}

function wish(isMet: bool): i32 {
  return isMet ? HAS | MET : HAS
}

function suitsMentee(slot: i32): bool {
  const age = float(ages, slot)
  return age >= float(menteeAgeWishes, 2 * mentee) && age <= float(menteeAgeWishes, 2 * mentee + 1)
}

function suitsMentor(slot: i32): bool {
  const age = float(menteeAges, mentee)
  return age >= float(ageWishes, 2 * slot) && age <= float(ageWishes, 2 * slot + 1)
}

/** Tests what has no attribute: excluded pairs, the same person, and ages insisted on. */
export function mayMeet(slot: i32, mentor: i32): bool {
  if (mentor === int(selves, mentee)) return false
  if (isExcluded(mentor)) return false
  if (insistsOnAge && !suitsMentee(slot)) return false
  return !is(INSISTS_ON_AGE, slot) || suitsMentor(slot)
}

/** Binary search, as the list is ascending. */
function isExcluded(mentor: i32): bool {
  let from = start(EXCLUDED)
  let to = start(EXCLUDED + 1)
  while (from < to) {
    const middle = (from + to) >> 1
    const there = entry(middle)
    if (there === mentor) return true
    if (there < mentor) from = middle + 1
    else to = middle
  }
  return false
}
