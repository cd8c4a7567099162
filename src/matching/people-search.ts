/*
 * The search of the index, compiled (see kernel/assembly): here it is opened, once for each thread that asks.
 * Where everything is in memory, and where there is room to work in, is told by name.
 */
import { floatsIn, intsIn } from './arena.ts'
import type { Row, RowQuery } from './graph.ts'
import { LONGEST_ROW, TERM_COUNT } from './kernel/assembly/constants.ts'
import { CODE } from './kernel/code.ts'
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
  /** Finds the blocks with anyone within both limits or online, and returns how many there are. */
  findNear(mentee: number): number
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

/** What of the compiled search is used; see kernel/assembly/search.ts. */
type Exports = {
  findNear(mentee: number): number
  findBest(mentee: number, floor: number, least: number, limit: number): number
  findEvery(mentee: number, least: number): number
  findValue(mentee: number, mentor: number): number
  cut: WebAssembly.Global
  price: WebAssembly.Global
}

/** Compiled for the first who asks in this thread. */
let compiled: WebAssembly.Module | undefined

export function openSearch(index: PeopleIndex): PeopleSearch {
  const { arena, blocks, mentorCount } = index
  compiled ??= new WebAssembly.Module(Uint8Array.fromBase64(CODE))
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: arena } })
  const tell = (name: string, value: number) => {
    ;(exports[name] as WebAssembly.Global).value = value
  }
  const tellAll = (arrays: Record<string, Int32Array | Float64Array>) => {
    // An address is without a sign there, and with one here.
    for (const [name, { byteOffset }] of Object.entries(arrays)) tell(name, byteOffset | 0)
  }
  const ints = (length: number) => intsIn(arena, length)
  const found = { block: ints(blocks), away: ints(blocks), open: ints(blocks) }
  const copied = floatsIn(arena, mentorCount)
  const own = new WeakSet([copied])
  const best = { column: ints(LONGEST_ROW), value: ints(LONGEST_ROW) }
  const every = {
    mentor: ints(mentorCount),
    points: ints(mentorCount),
    terms: ints(TERM_COUNT * mentorCount),
  }
  tell('blocks', blocks)
  tell('onlineValue', ONLINE_VALUE)
  tellAll(tablesOf(index))
  tellAll({ ...found, ...best, ...every, worth: floatsIn(arena, LONGEST_ROW), only: ints(1) })
  tellAll(roomFor(index))
  const {
    findNear,
    findBest,
    findEvery,
    findValue,
    cut,
    price: priceAt,
  } = exports as unknown as Exports
  return {
    found,
    findNear,
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

function tablesOf({ words, boxes, reach, asking, values, ...slots }: PeopleIndex) {
  const { mentorAt, slotOf, tongueAt, places, weeks, ages, ageWishes } = slots
  return {
    ...{ words, boxes, reachStart: reach.start, reachQuad: reach.quad },
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
