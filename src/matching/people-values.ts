import { type Arena, copyInts } from './arena.ts'
import { distanceValue } from './distance.ts'
import { SHARED, SLOTS_PER_WEEK } from './kernel/assembly/constants.ts'
import { coverageValue, interestsAndWishesValue, timeValue } from './score.ts'
import { ENOUGH_INTERESTS } from './weights.ts'

if (SHARED !== ENOUGH_INTERESTS + 1) throw new Error('Shared interests are counted up to three')

/** What a term is worth, in ppm, for everything that is looked up in the search. */
export type TermValues = {
  /** By tenths of a km. */
  distance: Int32Array
  /** By quarters of an hour in common. */
  time: Int32Array
  /** By the bits of the wishes, and within by the interests shared. */
  interest: Int32Array
  /** By the interests shared: the most there can be with whatever wishes. */
  mostInterest: Int32Array
}

/** The furthest any limit may be, in tenths of a km; see check.ts. */
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

/** The topics term by what is covered, for all that anybody needs together. */
export function openCoverage() {
  const values: number[] = []
  const known = new Map<number, number>()
  return {
    /** Where in the table the values begin for needs of this importance together. */
    from(needTotal: number): number {
      let from = known.get(needTotal)
      if (from === undefined) {
        from = values.length
        known.set(needTotal, from)
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
