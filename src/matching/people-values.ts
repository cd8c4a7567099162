import { type Arena, copyInts } from './arena.ts'
import { distanceValue } from './distance.ts'
import { SHARED, SLOTS_PER_WEEK } from './kernel/assembly/constants.ts'
import { coverageValue, interestsAndWishesValue, timeValue } from './score.ts'
import { ENOUGH_INTERESTS } from './weights.ts'

if (SHARED !== ENOUGH_INTERESTS + 1) throw new Error('Shared interests are counted up to three')

/** Terms in ppm that the search looks up. */
export type TermValues = {
  /** By tenths of a km. */
  distance: Int32Array
  /** By quarters of an hour in common. */
  time: Int32Array
  /** By bits of the wishes * SHARED + shared interests. */
  interest: Int32Array
  /** By shared interests: the maximum over all wishes. */
  mostInterest: Int32Array
}

/** The furthest limit that check.ts allows, in tenths of a km. */
const FURTHEST = 10_000

const DISTANCE_VALUES = Int32Array.from({ length: FURTHEST + 1 }, (_, at) => distanceValue(at))

const TIME_VALUES = Int32Array.from({ length: SLOTS_PER_WEEK + 1 }, (_, at) => timeValue(at))

const INTEREST_VALUES = Int32Array.from({ length: 256 * SHARED }, (_, at) =>
  interestsAndWishesValue(at % SHARED, Math.floor(at / SHARED)),
)

const MOST_INTEREST_VALUES = Int32Array.from({ length: SHARED }, (_, shared) =>
  INTEREST_VALUES.reduce((most, value, at) =>
    at % SHARED === shared ? Math.max(most, value) : most,
  ),
)

export function writeValues(arena: Arena): TermValues {
  return {
    distance: copyInts(arena, DISTANCE_VALUES),
    time: copyInts(arena, TIME_VALUES),
    interest: copyInts(arena, INTEREST_VALUES),
    mostInterest: copyInts(arena, MOST_INTEREST_VALUES),
  }
}

/** Topics terms by importance covered, one run for each total importance. */
export function openCoverage() {
  const values: number[] = []
  const offsets = new Map<number, number>()
  return {
    /** Offset of the run for this total. */
    from(needTotal: number): number {
      let from = offsets.get(needTotal)
      if (from === undefined) {
        from = values.length
        offsets.set(needTotal, from)
        for (let covered = 0; covered <= needTotal; covered++) {
          values.push(coverageValue(covered, needTotal))
        }
      }
      return from
    },
    table(arena: Arena): Int32Array {
      return copyInts(arena, values)
    },
  }
}
