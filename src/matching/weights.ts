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
  topics: 0.3, // What the mentee came for.
  language: 0.2, // They must understand each other, and Danish is learnt by speaking.
  time: 0.15, // A pair with several common hours survives a busy week; one with a single hour does not.
  waiting: 0.15, // As much as time: otherwise mentees who are hard to place would wait for ever.
  distance: 0.1, // Long journeys are the first cause of cancelled meetings.
  interests: 0.1, // Something to talk about besides the task; never decisive.
}

export const DEFAULT_SETTINGS: Settings = {
  objective: 'coverage', // A mentor for everyone comes before the best mentor for some.
  weights: DEFAULT_WEIGHTS,
  minLevelDanish: 'A2', // Enough to arrange a meeting by telephone.
  minLevelOther: 'B1', // A third language gives no practice in Danish, so it must be spoken better.
  minCommonMinutes: 60, // A meeting takes an hour in one piece.
  requirementMarginDays: 30, // The time it takes to introduce a pair.
  furthestDistanceKm: 20, // About half an hour by bus or car each way.
}

/** Days at which the waiting term is one half. It rises strictly: day 200 counts more than day 199. */
export const WAITING_HALF_DAYS = 60
/** Common minutes a week above which more do not count: twice the time a pair spends. */
export const ENOUGH_COMMON_MINUTES = 240
/** Distance in km at which the distance term is one half: a bicycle's reach. */
export const DISTANCE_HALF_KM = 10
/** The distance term of a pair that meets online, in ppm: as much as a journey of 30 km. */
export const ONLINE_VALUE = 250_000
/** Common interests above which more do not count. */
export const ENOUGH_INTERESTS = 3
/** The topics term of a mentee without needs, in ppm: neither an advantage nor a drawback. */
export const NO_NEEDS_VALUE = 500_000
/**
 * The interests term of two people without a known common interest, in ppm: the same whether they named
 * different interests or none. Every common interest adds to it.
 */
export const NO_COMMON_INTEREST_VALUE = 500_000

/** A pair proposed today first meets within 28 days that begin in a week. */
export const FIRST_MEETING_FROM_DAYS = 7
export const FIRST_MEETING_SPAN_DAYS = 28
/** Fewer days at home in those 28 close a pair; absences of up to three weeks never do. */
export const LEAST_DAYS_AT_HOME = 7

export const LEVELS: readonly Level[] = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']
/** How well a common language of this level supports a conversation, in ppm, by index in LEVELS. */
export const CHANNEL_VALUE: readonly number[] = [
  0,
  200_000,
  400_000, // A2: simple everyday talk.
  600_000,
  800_000,
  900_000,
  1_000_000,
  1_000_000, // Native is no better than C2 for understanding each other.
]
/** In ppm, with an interpreter, who must be booked for every meeting. */
export const INTERPRETER_VALUE = 100_000
/** What a mentor's Danish is worth to a mentee who wants practice, in ppm, by index in LEVELS. */
export const PRACTICE_VALUE: readonly number[] = [0, 0, 0, 0, 400_000, 700_000, 900_000, 1_000_000]

/**
 * Divides `units` into integer shares proportional to the weights, by largest remainder; ties go to the
 * first.
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
