import { bitCount, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { meetMustWishes, meetsAgeWish } from './constraints.ts'
import { tenths } from './distance.ts'
import { DISTANCE_VALUES } from './people-blocks.ts'
import type { PeopleIndex } from './people-index.ts'
import {
  IN_PERSON,
  INSISTS_ON_AGE,
  ONLINE,
  PREFERS_A_GENDER,
  PREFERS_AGE,
  PREFERS_GENDER,
} from './people-kinds.ts'
import type { Question } from './people-question.ts'
import { NO_AGE, PLACE } from './people-slots.ts'
import { coverageValue, HAS, interestsAndWishesValue, MET, OF_MENTOR, timeValue } from './score.ts'
import { ENOUGH_INTERESTS, ONLINE_VALUE, TERMS } from './weights.ts'

const TOPICS = TERMS.indexOf('topics')

// The terms of score.ts for one mentor of the index: the very same integers.

export const TIME_VALUES = Int32Array.from({ length: SLOTS_PER_WEEK + 1 }, (_, at) => timeValue(at))

/** By the bits of the wishes, and within by the interests shared. */
export const SHARED = ENOUGH_INTERESTS + 1
export const INTEREST_VALUES = Int32Array.from({ length: 256 * SHARED }, (_, at) =>
  interestsAndWishesValue(at % SHARED, Math.floor(at / SHARED)),
)

/** By the interests shared: the most there can be with whatever wishes. */
export const MOST_INTEREST_VALUES = Int32Array.from({ length: SHARED }, (_, shared) => {
  let most = 0
  for (let at = shared; at < INTEREST_VALUES.length; at += SHARED) {
    most = Math.max(most, INTEREST_VALUES[at])
  }
  return most
})

/** The topics term by the importance that is covered. */
export function weighNeeds({ profile, total }: Question, coverage: { sums: Float64Array }): void {
  if (total >= coverage.sums.length) coverage.sums = new Float64Array(2 * total)
  for (let covered = 0; covered <= total; covered++) {
    coverage.sums[covered] = profile.weights[TOPICS] * coverageValue(covered, profile.needTotal)
  }
}

/** In person wherever they can, unless online serves them better; 0 for neither. */
export function wayValue(
  { words, blocks, places, asking }: PeopleIndex,
  slot: number,
  { mentee, profile }: Question,
  isNear: boolean,
): number {
  const block = slot >> 5
  const bit = slot & 31
  const byScreen = profile.online && (words[ONLINE * blocks + block] >>> bit) & 1 ? ONLINE_VALUE : 0
  if (!isNear || ((words[IN_PERSON * blocks + block] >>> bit) & 1) === 0) return byScreen
  const distance = tenths(
    places[PLACE * slot] - asking.places[3 * mentee],
    places[PLACE * slot + 1] - asking.places[3 * mentee + 1],
    places[PLACE * slot + 2] + asking.places[3 * mentee + 2],
  )
  if (distance > profile.limitTenths || distance > places[PLACE * slot + 3]) return byScreen
  return Math.max(byScreen, DISTANCE_VALUES[distance])
}

export function commonQuarters(
  { weeks, asking }: PeopleIndex,
  slot: number,
  { busy, mentee }: Question,
): number {
  const { at, count } = busy
  const own = WORDS * slot
  const asked = WORDS * mentee
  let common = 0
  for (let n = 0; n < count; n++) {
    const word = at[n]
    common += bitCount(weeks[own + word] & asking.weeks[asked + word])
  }
  return common
}

/** The bits of `preferredWishes`. */
export function wishBits(index: PeopleIndex, slot: number, question: Question): number {
  const { words, blocks, ages, ageWishAt, ageWishes } = index
  const { prefersGender, prefersAge, isGender, profile } = question
  const block = slot >> 5
  const bit = slot & 31
  let bits = 0
  if (prefersGender >= 0) bits = (words[prefersGender + block] >>> bit) & 1 ? HAS | MET : HAS
  if (prefersAge) {
    const age = ages[slot]
    const known = age === NO_AGE ? null : age
    bits |= (meetsAgeWish(profile.mentee.wishes.age!, known) ? HAS | MET : HAS) << 2
  }
  if ((words[PREFERS_A_GENDER * blocks + block] >>> bit) & 1) {
    const isMet = (words[(PREFERS_GENDER + isGender) * blocks + block] >>> bit) & 1
    bits |= (isMet ? HAS | MET : HAS) << OF_MENTOR
  }
  if ((words[PREFERS_AGE * blocks + block] >>> bit) & 1) {
    const wish = ageWishes[ageWishAt[slot]]
    bits |= (meetsAgeWish(wish, profile.age) ? HAS | MET : HAS) << (OF_MENTOR + 2)
  }
  return bits
}

/** What has no word of its own: a pair that is closed, the same human, and ages insisted on. */
export function mayMeet(index: PeopleIndex, slot: number, question: Question): boolean {
  const mentor = index.mentorAt[slot]
  if (mentor === question.self || question.excluded?.has(mentor)) return false
  const insisting = index.words[INSISTS_ON_AGE * index.blocks + (slot >> 5)] >>> (slot & 31)
  if (!question.insistsOnAge && (insisting & 1) === 0) return true
  return meetMustWishes(index.pool.mentors[mentor], question.profile)
}
