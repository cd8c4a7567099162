import { bitCount, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { tenths } from './distance.ts'
import { findColumn } from './graph.ts'
import { DISTANCE_VALUES } from './people-blocks.ts'
import type { PeopleIndex } from './people-index.ts'
import {
  IN_PERSON,
  INSISTS_ON_AGE,
  IS_GENDER,
  ONLINE,
  PREFERS_A_GENDER,
  PREFERS_AGE,
  PREFERS_GENDER,
} from './people-kinds.ts'
import type { Question } from './people-question.ts'
import { PLACE } from './people-slots.ts'
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
export function weighNeeds(
  { weights, needTotal, total }: Question,
  coverage: { sums: Float64Array },
): void {
  if (total >= coverage.sums.length) coverage.sums = new Float64Array(2 * total)
  for (let covered = 0; covered <= total; covered++) {
    coverage.sums[covered] = weights[TOPICS] * coverageValue(covered, needTotal)
  }
}

/** In person wherever they can, unless online serves them better; 0 for neither. */
export function wayValue(
  { words, blocks, places, asking }: PeopleIndex,
  slot: number,
  { mentee, online, limitTenths }: Question,
  isNear: boolean,
): number {
  const block = slot >> 5
  const bit = slot & 31
  const byScreen = online && (words[ONLINE * blocks + block] >>> bit) & 1 ? ONLINE_VALUE : 0
  if (!isNear || ((words[IN_PERSON * blocks + block] >>> bit) & 1) === 0) return byScreen
  const distance = tenths(
    places[PLACE * slot] - asking.places[3 * mentee],
    places[PLACE * slot + 1] - asking.places[3 * mentee + 1],
    places[PLACE * slot + 2] + asking.places[3 * mentee + 2],
  )
  if (distance > limitTenths || distance > places[PLACE * slot + 3]) return byScreen
  return Math.max(byScreen, DISTANCE_VALUES[distance])
}

export function commonQuarters(
  { weeks, asking }: PeopleIndex,
  slot: number,
  { lists, busy, mentee }: Question,
): number {
  const own = WORDS * slot
  const asked = WORDS * mentee
  let common = 0
  for (let at = busy.from; at < busy.to; at++) {
    const word = lists[at]
    common += bitCount(weeks[own + word] & asking.weeks[asked + word])
  }
  return common
}

/** The bits of `preferredWishes`. */
export function wishBits(index: PeopleIndex, slot: number, question: Question): number {
  const { words, blocks } = index
  const { prefersGender, gender } = question
  const block = slot >> 5
  const bit = slot & 31
  let bits = 0
  if (prefersGender >= 0) {
    const isMet = (words[(IS_GENDER + prefersGender) * blocks + block] >>> bit) & 1
    bits = isMet ? HAS | MET : HAS
  }
  if (question.prefersAge) bits |= (suitsMentee(index, slot, question) ? HAS | MET : HAS) << 2
  if ((words[PREFERS_A_GENDER * blocks + block] >>> bit) & 1) {
    const isMet = (words[(PREFERS_GENDER + gender) * blocks + block] >>> bit) & 1
    bits |= (isMet ? HAS | MET : HAS) << OF_MENTOR
  }
  if ((words[PREFERS_AGE * blocks + block] >>> bit) & 1) {
    bits |= (suitsMentor(index, slot, question) ? HAS | MET : HAS) << (OF_MENTOR + 2)
  }
  return bits
}

/** Whether the mentor's age is within the mentee's wish for one. */
export function suitsMentee(
  { ages }: PeopleIndex,
  slot: number,
  { ageFrom, ageTo }: Question,
): boolean {
  return ages[slot] >= ageFrom && ages[slot] <= ageTo
}

/** Whether the mentee's age is within the mentor's wish for one. */
export function suitsMentor({ ageWishes }: PeopleIndex, slot: number, { age }: Question): boolean {
  return age >= ageWishes[2 * slot] && age <= ageWishes[2 * slot + 1]
}

/** What has no word of its own: a pair that is closed, the same human, and ages insisted on. */
export function mayMeet(index: PeopleIndex, slot: number, question: Question): boolean {
  const mentor = index.mentorAt[slot]
  if (mentor === question.self || isExcluded(mentor, question)) return false
  if (question.insistsOnAge && !suitsMentee(index, slot, question)) return false
  const insisting = index.words[INSISTS_ON_AGE * index.blocks + (slot >> 5)] >>> (slot & 31)
  return (insisting & 1) === 0 || suitsMentor(index, slot, question)
}

function isExcluded(mentor: number, { lists, excluded: { from, to } }: Question): boolean {
  if (from === to) return false
  const at = findColumn(lists, from, to, mentor)
  return at < to && lists[at] === mentor
}
