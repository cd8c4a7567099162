import { commonPieces, commonSlots, longestCommonSlots, MINUTES_PER_SLOT } from './availability.ts'
import { canMeetInPerson, isOpen, meetsAgeWish, meetsGenderWish, obstacles } from './constraints.ts'
import { distanceValue, tenthsOfKm } from './distance.ts'
import { HAS, MET, OF_MENTOR } from './kernel/assembly/constants.ts'
import { channelLevel, channels, languageValue } from './languages.ts'
import {
  type Context,
  type MenteeProfile,
  type MentorProfile,
  menteeProfile,
  mentorProfile,
} from './profile.ts'
import type {
  DistanceFacts,
  Gender,
  InterestsFacts,
  LanguageFacts,
  Mentee,
  Mentor,
  PairResult,
  Part,
  Score,
  TimeFacts,
  TopicsFacts,
  Wishes,
} from './types.ts'
import {
  ENOUGH_COMMON_MINUTES,
  ENOUGH_INTERESTS,
  LEVELS,
  NO_COMMON_INTEREST_VALUE,
  NO_NEEDS_VALUE,
  ONLINE_VALUE,
  TERMS,
} from './weights.ts'

/** Scores one pair of unprepared people: every reason against it, or its points with the facts. */
export function scorePair(
  mentor: Mentor,
  mentee: Mentee,
  context: Context & { excluded?: boolean },
): PairResult {
  return scoreProfiles(mentorProfile(mentor, context), menteeProfile(mentee, context), context)
}

export function scoreProfiles(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context & { excluded?: boolean },
): PairResult {
  const [first, ...others] = obstacles(mentor, mentee, context)
  if (first !== undefined) return { feasible: false, reasons: [first, ...others] as const }
  return { feasible: true, score: scoreAnyway(mentor, mentee, context) }
}

/** The score of a pair even if a constraint closes it, as locked pairs need. */
export function scoreAnyway(mentor: MentorProfile, mentee: MenteeProfile, context: Context): Score {
  const values = termValues(mentor, mentee, context)
  const points = roundedParts(mentee.weights, values)
  const facts = [
    topicsFacts(mentor, mentee),
    languageFacts(mentor, mentee, context),
    timeFacts(mentor, mentee),
    { days: mentee.waitingDays, readySince: mentee.mentee.readySince },
    distanceFacts(mentor, mentee),
    interestsFacts(mentor, mentee),
  ]
  const parts = TERMS.map((term, index) => {
    const part = { term, points: points[index], outOf: mentee.weights[index], facts: facts[index] }
    return part as Part
  })
  return { total: points.reduce((a, b) => a + b, 0), parts }
}

/** `scoreAnyway(…).total`, without building the facts. */
export function totalPoints(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context,
): number {
  const values = termValues(mentor, mentee, context)
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += mentee.weights[k] * values[k]
  return roundedTotal(sum)
}

/** In the order of TERMS. Products of terms and weights, both in ppm, are exact below 2^53. */
function termValues(mentor: MentorProfile, mentee: MenteeProfile, context: Context): number[] {
  const level = channelLevel(mentor, mentee, context.settings)
  return [
    topicsValue(mentor, mentee),
    languageValue(level, mentor.danish, mentee.mentee.wantsDanishPractice),
    timeValue(commonSlots(mentor.week, mentee.week)),
    mentee.waitingValue,
    wayValue(mentor, mentee),
    interestsValue(mentor, mentee),
  ]
}

/** @param sum of weight times value over the terms, both in ppm */
export function roundedTotal(sum: number): number {
  // At least 1, as the solver takes 0 for infeasible.
  return Math.max(1, Math.floor((sum + 500_000) / 1_000_000))
}

/** Integer parts in ppm that add up to the rounded total: largest remainder, then highest weight. */
function roundedParts(weights: readonly number[], values: readonly number[]): number[] {
  const products = weights.map((weight, k) => weight * values[k])
  const points = products.map((product) => Math.floor(product / 1_000_000))
  const total = roundedTotal(products.reduce((a, b) => a + b, 0))
  const left = total - points.reduce((a, b) => a + b, 0)
  const byRemainder = products
    .map((product, k) => ({ k, remainder: product % 1_000_000, weight: weights[k] }))
    .sort((a, b) => b.remainder - a.remainder || b.weight - a.weight || a.k - b.k)
  for (let n = 0; n < left; n++) points[byRemainder[n].k] += 1
  return points
}

function topicsValue({ offers }: MentorProfile, { mentee, needTotal }: MenteeProfile): number {
  let covered = 0
  for (const need of mentee.needs) if (offers.has(need.topic)) covered += need.importance
  return coverageValue(covered, needTotal)
}

/** The topics term in ppm: importance covered / importance of all needs. */
export function coverageValue(covered: number, needTotal: number): number {
  return needTotal === 0 ? NO_NEEDS_VALUE : Math.floor((1_000_000 * covered) / needTotal)
}

function topicsFacts({ offers }: MentorProfile, { mentee }: MenteeProfile): TopicsFacts {
  return {
    covered: mentee.needs.filter((need) => offers.has(need.topic)),
    missing: mentee.needs.filter((need) => !offers.has(need.topic)),
  }
}

function languageFacts(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  { settings }: Context,
): LanguageFacts {
  const best = channels(mentor, mentee, settings)[0]
  const common = best !== undefined && best.level >= best.needed ? best : null
  return {
    common: common && {
      tag: common.mentorTag,
      mentorLevel: LEVELS[common.mentorLevel],
      menteeLevel: LEVELS[common.menteeLevel],
    },
    interpreter: common === null,
    wantsDanishPractice: mentee.mentee.wantsDanishPractice,
    mentorDanish: LEVELS[mentor.danish],
  }
}

/** The time term in ppm, from common quarters: minutes / ENOUGH_COMMON_MINUTES, at most 1,000,000. */
export function timeValue(slots: number): number {
  const minutes = Math.min(slots * MINUTES_PER_SLOT, ENOUGH_COMMON_MINUTES)
  return Math.floor((1_000_000 * minutes) / ENOUGH_COMMON_MINUTES)
}

function timeFacts(mentor: MentorProfile, mentee: MenteeProfile): TimeFacts {
  return {
    commonMinutes: commonSlots(mentor.week, mentee.week) * MINUTES_PER_SLOT,
    longestMinutes: longestCommonSlots(mentor.week, mentee.week) * MINUTES_PER_SLOT,
    pieces: commonPieces(mentor.week, mentee.week),
  }
}

/** The distance term in ppm: the better of in person and online. */
function wayValue(mentor: MentorProfile, mentee: MenteeProfile): number {
  const online = mentor.online && mentee.online ? ONLINE_VALUE : 0
  if (!canMeetInPerson(mentor, mentee)) return online
  return Math.max(online, distanceValue(tenthsOfKm(mentor.place, mentee.place)))
}

function distanceFacts(mentor: MentorProfile, mentee: MenteeProfile): DistanceFacts {
  const tenths = tenthsOfKm(mentor.place, mentee.place)
  const online = mentor.online && mentee.online
  const reachable = canMeetInPerson(mentor, mentee) && distanceValue(tenths) >= ONLINE_VALUE
  return { km: tenths / 10, way: online && !reachable ? 'online' : 'in-person' }
}

/** The interests term in ppm: common interests, or the mean of them and the `prefer` wishes if any. */
function interestsValue(mentor: MentorProfile, mentee: MenteeProfile): number {
  let count = 0
  for (const interest of mentee.interests) if (mentor.interests.has(interest)) count += 1
  return interestsAndWishesValue(count, preferredWishes(mentor, mentee))
}

/** @param wishes see `preferredWishes` */
export function interestsAndWishesValue(shared: number, wishes: number): number {
  const most = 1_000_000 - NO_COMMON_INTEREST_VALUE
  const extra = Math.floor((most * Math.min(shared, ENOUGH_INTERESTS)) / ENOUGH_INTERESTS)
  const interests = NO_COMMON_INTEREST_VALUE + extra
  if (wishes === 0) return interests
  let count = 0
  let met = 0
  for (let at = 0; at < WISHES.length; at++) {
    if (wishes & (HAS << (2 * at))) count += 1
    if (wishes & (MET << (2 * at))) met += 1
  }
  return Math.floor((interests + Math.floor((1_000_000 * met) / count)) / 2)
}

function interestsFacts(mentor: MentorProfile, mentee: MenteeProfile): InterestsFacts {
  const wishes = preferredWishes(mentor, mentee)
  return {
    common: [...mentee.interests].filter((interest) => mentor.interests.has(interest)).sort(),
    wishes: WISHES.flatMap((wish, at) => {
      if (!(wishes & (HAS << (2 * at)))) return []
      return [{ ...wish, met: (wishes & (MET << (2 * at))) !== 0 }]
    }),
  }
}

/** The order of the bits of `preferredWishes`. */
const WISHES = [
  { wishOf: 'mentee', about: 'gender' },
  { wishOf: 'mentee', about: 'age' },
  { wishOf: 'mentor', about: 'gender' },
  { wishOf: 'mentor', about: 'age' },
] as const

/** Two bits for each of WISHES: whether there is a `prefer` wish, and whether it is met. */
export function preferredWishes(mentor: MentorProfile, mentee: MenteeProfile): number {
  return (
    wishBits(mentee.mentee.wishes, mentor.mentor.gender, mentor.age) |
    (wishBits(mentor.mentor.wishes, mentee.mentee.gender, mentee.age) << OF_MENTOR)
  )
}

function wishBits(wishes: Wishes, gender: Gender, age: number | null): number {
  let bits = 0
  if (wishes.gender?.strength === 'prefer') {
    bits |= meetsGenderWish(wishes.gender, gender) ? HAS | MET : HAS
  }
  if (wishes.age?.strength === 'prefer') {
    bits |= (meetsAgeWish(wishes.age, age) ? HAS | MET : HAS) << 2
  }
  return bits
}

/** Points of a pair; 0 when infeasible. */
export function pointsOrZero(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context & { excluded?: boolean },
): number {
  return isOpen(mentor, mentee, context) ? totalPoints(mentor, mentee, context) : 0
}
