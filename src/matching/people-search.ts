/*
 * The search of the index, compiled (see kernel/assembly): here it is opened, once for each thread that asks.
 * Where everything is in memory, and where there is room to work in, is told by name.
 */
import { floatsIn, intsIn } from './arena.ts'
import type { Row, RowQuery } from './graph.ts'
import { LONGEST_ROW, SLOTS_PER_WEEK, TERM_COUNT, WORDS } from './kernel/assembly/constants.ts'
import { openKernel } from './kernel/open.ts'
import type { PeopleIndex } from './people-index.ts'
import { ONLINE_VALUE } from './weights.ts'

/** The blocks that hold someone for a mentee, in quads; overwritten by the next question. */
export type FoundBlocks = {
  block: Int32Array
  /** No one in the block is nearer than this, in tenths of a km; -1 when that is too far. */
  away: Int32Array
  /** Mentors whom nothing keeps away that has been looked at. */
  open: Int32Array
}

/** All that one mentee can be proposed with, in no special order; overwritten by the next question. */
export type Every = {
  count: number
  mentor: Int32Array
  points: Int32Array
  /** What each of TERMS gives, in ppm, before anything is weighed: `TERMS.length` of each. */
  terms: Int32Array
}

export type PeopleSearch = {
  found: FoundBlocks
  /** Where the words begin of everyone with an hour in which a mentee could meet; overwritten by the next question. */
  times: Int32Array
  /** Finds the blocks with anyone within both limits or online, and returns how many there are. */
  findNear(mentee: number): number
  /** Finds these times, and returns how many there are. */
  findTimes(mentee: number): number
  /** Answers as a `RowSource` does, at the prices of `usePrices` and for limits up to LONGEST_ROW. */
  findBest(query: Pick<RowQuery, 'bidder' | 'floor' | 'least' | 'limit'>, row: Row): void
  /** Room for a price of each mentor: whatever stands there is used without being copied. */
  openPrices(): Float64Array
  /** One for each mentor, none of them negative. */
  usePrices(price: Float64Array): void
  /** The points of one pair, or 0 when it is not feasible. */
  findValue(mentee: number, mentor: number): number
  /** Every feasible pair of one mentee that has at least so many points. */
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
  kernel.tell({ blocks, onlineValue: ONLINE_VALUE, ...tablesOf(index) })
  kernel.tell({ ...found, ...best, ...every, worth: floatsIn(arena, LONGEST_ROW), only: ints(1) })
  kernel.tell({ times, busy: ints(WORDS), isStart: ints(WORDS), ...roomFor(index) })
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

function tablesOf({ words, hours, reach, asking, values, ...slots }: PeopleIndex) {
  const { mentorAt, slotOf, tongueAt, places, weeks, ages, ageWishes } = slots
  return {
    ...{ words, ...hours, ...reach },
    ...{ mentorAt, slotOf, tongueAt, places, weeks, ages, ageWishes },
    flags: asking.flags,
    limitTenths: asking.limitTenths,
    menteeAges: asking.ages,
    menteeAgeWishes: asking.ageWishes,
    genders: asking.genders,
    prefersGenders: asking.prefersGenders,
    waitingValues: asking.waitingValues,
    offeredTotals: asking.offeredTotals,
    coverageFrom: asking.coverageFrom,
    coverage: asking.coverage,
    weights: asking.weights,
    danish: asking.danish,
    tongueFrom: asking.tongueFrom,
    mostTongue: asking.mostTongue,
    mostPlainTongue: asking.mostPlainTongue,
    tongues: asking.tongues,
    selves: asking.selves,
    lists: asking.lists,
    bounds: asking.bounds,
    regionOf: asking.regionOf,
    menteePlaces: asking.places,
    menteeWeeks: asking.weeks,
    distanceValues: values.distance,
    timeValues: values.time,
    interestValues: values.interest,
    mostInterestValues: values.mostInterest,
  }
}

/** For what the words tell of the blocks that were found. */
function roomFor({ arena, blocks, asking }: PeopleIndex) {
  const ofEach = () => intsIn(arena, blocks)
  const most = asking.offeredTotals.reduce((a, b) => Math.max(a, b), 0)
  return {
    ...{ way: ofEach(), others: ofEach(), preferring: ofEach() },
    ...{ one: ofEach(), two: ofEach(), three: ofEach() },
    planes: intsIn(arena, (32 - Math.clz32(most)) * blocks),
  }
}
