/*
 * Opens the compiled search of the index (kernel/assembly), once per thread, and passes it the addresses of
 * the tables and scratch arrays by name.
 */
import { floatsIn, intsIn } from './arena.ts'
import type { Row, RowQuery } from './graph.ts'
import { LONGEST_ROW, SLOTS_PER_WEEK, TERM_COUNT, WORDS } from './kernel/assembly/constants.ts'
import { openKernel } from './kernel/open.ts'
import type { PeopleIndex } from './people-index.ts'
import { ONLINE_VALUE } from './weights.ts'

/** The blocks with candidates for a mentee, in quads; overwritten by the next query. */
export type FoundBlocks = {
  block: Int32Array
  /** Lower bound on the distance in tenths of a km; -1 when out of reach. */
  away: Int32Array
  /** Bitset of the mentors not closed so far. */
  open: Int32Array
}

/** All feasible pairs of one mentee, in any order; overwritten by the next query. */
export type Every = {
  count: number
  mentor: Int32Array
  points: Int32Array
  /** Unweighted terms in ppm: `TERMS.length` per pair. */
  terms: Int32Array
}

export type PeopleSearch = {
  found: FoundBlocks
  /** Offsets in `words` of the free-time attributes a mentee fits; overwritten by the next query. */
  times: Int32Array
  /** Fills `found` with the blocks within both limits or online, and returns their number. */
  findNear(mentee: number): number
  /** Fills `times` and returns their number. */
  findTimes(mentee: number): number
  /** Answers as `RowSource.fill`, at the prices of `usePrices`, for limits up to LONGEST_ROW. */
  findBest(query: Pick<RowQuery, 'bidder' | 'floor' | 'least' | 'limit'>, row: Row): void
  /** Allocates a price per mentor that `usePrices` uses without copying. */
  openPrices(): Float64Array
  /** Sets the prices, one per mentor, none of them negative. */
  usePrices(price: Float64Array): void
  /** Points of a pair; 0 when infeasible. */
  findValue(mentee: number, mentor: number): number
  /** Every feasible pair of one mentee with at least `least` points. */
  findEvery(mentee: number, least: number): Every
}

export function openSearch(index: PeopleIndex): PeopleSearch {
  const { arena, blocks, mentorCount } = index
  const kernel = openKernel(arena)
  const ints = (length: number) => intsIn(arena, length)
  const found = { block: ints(blocks), away: ints(blocks), open: ints(blocks) }
  const times = ints(SLOTS_PER_WEEK)
  const copied = floatsIn(arena, mentorCount)
  const own = new WeakSet([copied])
  const best = { column: ints(LONGEST_ROW), value: ints(LONGEST_ROW) }
  const every = {
    mentor: ints(mentorCount),
    points: ints(mentorCount),
    terms: ints(TERM_COUNT * mentorCount),
  }
  kernel.setGlobals({ blocks, onlineValue: ONLINE_VALUE, ...tablesOf(index) })
  kernel.setGlobals({
    ...found,
    ...best,
    ...every,
    worth: floatsIn(arena, LONGEST_ROW),
    only: ints(1),
  })
  kernel.setGlobals({ times, busy: ints(WORDS), isStart: ints(WORDS), ...roomFor(index) })
  const { findNear, findTimes, findBest, findEvery, findValue, cut, price: priceAt } = kernel
  return {
    found,
    times,
    findNear,
    findTimes,
    findBest({ bidder, floor, least, limit }, row) {
      row.count = findBest(bidder, floor, least, limit)
      row.cut = cut.value
      for (let k = 0; k < row.count; k++) {
        row.column[k] = best.column[k]
        row.value[k] = best.value[k]
      }
    },
    openPrices() {
      const price = floatsIn(arena, mentorCount)
      own.add(price)
      return price
    },
    usePrices(price) {
      if (!own.has(price)) copied.set(price)
      priceAt.value = (own.has(price) ? price : copied).byteOffset | 0
    },
    findEvery(mentee, least) {
      return { ...every, count: findEvery(mentee, least) }
    },
    findValue,
  }
}

function tablesOf({ words, hours, reach, queries, values, ...slots }: PeopleIndex) {
  const { mentorAt, slotOf, languageSetAt, places, weeks, ages, ageWishes } = slots
  return {
    ...{ words, ...hours, ...reach },
    ...{ mentorAt, slotOf, languageSetAt, places, weeks, ages, ageWishes },
    flags: queries.flags,
    limitTenths: queries.limitTenths,
    menteeAges: queries.ages,
    menteeAgeWishes: queries.ageWishes,
    genders: queries.genders,
    prefersGenders: queries.prefersGenders,
    waitingValues: queries.waitingValues,
    offeredTotals: queries.offeredTotals,
    coverageFrom: queries.coverageFrom,
    coverage: queries.coverage,
    weights: queries.weights,
    danish: queries.danish,
    languageValueFrom: queries.languageValueFrom,
    mostLanguageValue: queries.mostLanguageValue,
    mostDanishOnlyValue: queries.mostDanishOnlyValue,
    languageValues: queries.languageValues,
    selves: queries.selves,
    lists: queries.lists,
    bounds: queries.bounds,
    regionOf: queries.regionOf,
    menteePlaces: queries.places,
    menteeWeeks: queries.weeks,
    distanceValues: values.distance,
    timeValues: values.time,
    interestValues: values.interest,
    mostInterestValues: values.mostInterest,
  }
}

/** Scratch arrays for the bitsets of the found blocks. */
function roomFor({ arena, blocks, queries }: PeopleIndex) {
  const ofEach = () => intsIn(arena, blocks)
  const most = queries.offeredTotals.reduce((a, b) => Math.max(a, b), 0)
  return {
    ...{ way: ofEach(), others: ofEach(), preferring: ofEach() },
    ...{ one: ofEach(), two: ofEach(), three: ofEach() },
    planes: intsIn(arena, (32 - Math.clz32(most)) * blocks),
  }
}
