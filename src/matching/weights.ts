import type { Level, Settings, Term, Weights } from './types.ts'

/** The order in which a score's parts are counted, rounded and shown. */
export const TERMS: readonly Term[] = [
  'topics',
  'language',
  'time',
  'waiting',
  'distance',
  'interests',
]

export const DEFAULT_WEIGHTS: Weights = {
  topics: 0.3, // What the mentee came for; a mentor who cannot help with it is company, not help.
  language: 0.2, // They must understand each other, and Danish comes by being spoken.
  time: 0.15, // A pair with several common hours survives a busy week; one with a single hour does not.
  waiting: 0.15, // As much as time: waiting must count against a good fit, or the hard to place wait for ever.
  distance: 0.1, // Long journeys are where meetings are first cancelled.
  interests: 0.1, // Something to talk about besides the task; nice, never decisive.
}

export const DEFAULT_SETTINGS: Settings = {
  objective: 'coverage', // A library's promise is a mentor for everyone, before the best mentor for some.
  weights: DEFAULT_WEIGHTS,
  minLevelDanish: 'A2', // Enough to arrange a meeting; less, and neither dares to call.
  minLevelOther: 'B1', // A third language carries the talk without the practice, so it must carry it well.
  minCommonMinutes: 60, // A meeting takes an hour in one piece; two half hours are none.
  requirementMarginDays: 30, // The time to introduce a pair; a certificate that lapses before that helps nobody.
  furthestDistanceKm: 20, // About half an hour by bus or car each way.
}

/** Where the waiting term reaches one half. Strictly rising: day 200 still counts more than day 199. */
export const WAITING_HALF_DAYS = 60
/** Common minutes a week after which more hours are no better: twice the time a pair spends. */
export const ENOUGH_COMMON_MINUTES = 240
/** Where the distance term has fallen to one half, in km: a bicycle's reach. */
export const DISTANCE_HALF_KM = 10
/** What the distance term gives a pair that meets online, as ppm: no journey, but no room together. */
export const ONLINE_VALUE = 250_000
/** Common interests after which more are no better. */
export const ENOUGH_INTERESTS = 3
/** What topics give a mentee who named no need, as ppm: silence is neither rewarded nor punished. */
export const NO_NEEDS_VALUE = 500_000
/**
 * What interests give two who share none that is known, as ppm: the middle, as for topics. The same
 * whether they named different ones or none at all, so that nobody loses points by keeping quiet and
 * nobody by having answered; every interest they share counts on top.
 */
export const NO_COMMON_INTEREST_VALUE = 500_000

/** A pair proposed today answers and meets for the first time in the four weeks after the next one. */
export const FIRST_MEETING_FROM_DAYS = 7
export const FIRST_MEETING_SPAN_DAYS = 28
/** Fewer days at home in those four weeks, and no first meeting can be had: three weeks away never close anybody out. */
export const LEAST_DAYS_AT_HOME = 7

export const LEVELS: readonly Level[] = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']
/** How well a common language of this level carries a talk, as ppm, by index in LEVELS. */
export const CHANNEL_VALUE: readonly number[] = [
  0,
  200_000,
  400_000, // A2: simple, everyday.
  600_000,
  800_000,
  900_000,
  1_000_000,
  1_000_000, // Native is no better than C2 for understanding each other.
]
/** An interpreter keeps the pair possible but must be booked for every talk, as ppm. */
export const INTERPRETER_VALUE = 100_000
/** What a mentor's Danish is worth to one who wants to practise, as ppm, by index in LEVELS. */
export const PRACTICE_VALUE: readonly number[] = [0, 0, 0, 0, 400_000, 700_000, 900_000, 1_000_000]

/**
 * Shares whole units between weights by largest remainder; ties go to the first.
 * @param weights none negative, not all zero
 */
export function shareOut(units: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (units * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = units - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - shares[index] }))
    .filter(({ index }) => weights[index] > 0)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (let k = 0; k < left; k++) shares[byRemainder[k % byRemainder.length].index] += 1
  return shares
}
