import { type Arena, intsIn, openArena } from './arena.ts'
import { selectBest, spread } from './best-columns.ts'
import { openRowSearch } from './row-search.ts'
import type { RowTable } from './row-table.ts'

/** The largest value a pair may have: scores are parts per million. */
export const MAX_VALUE = 1_000_000

/**
 * The feasible pairs in compressed rows: those of mentee j lie at start[j] … start[j + 1] - 1.
 * A pair that is not here is infeasible. Values are whole parts per million, 1 … MAX_VALUE, so
 * that every sum is exact.
 */
export interface PairGraph {
  menteeCount: number
  mentorCount: number
  start: Int32Array
  mentor: Int32Array
  value: Int32Array
  /** The memory in which these two lie, where it is one that the compiled search reads. */
  arena?: Arena | undefined
}

/** Fewer are as quickly looked through as memory for them is opened. */
const MANY_PAIRS = 65_536
/** What can be addressed there, and room to work in. */
const MOST_PAIRS = 500_000_000

/** Room for so many pairs, where the compiled search reads them if there are many. */
export function openPairs(count: number): Pick<PairGraph, 'mentor' | 'value' | 'arena'> {
  if (count < MANY_PAIRS || count > MOST_PAIRS)
    return { mentor: new Int32Array(count), value: new Int32Array(count) }
  const arena = openArena()
  return { arena, mentor: intsIn(arena, count), value: intsIn(arena, count) }
}

/** Keeps the first `count` of pairs that stand in longer lists. */
export function keepPairs(
  mentor: Int32Array,
  value: Int32Array,
  count: number,
): ReturnType<typeof openPairs> {
  const pairs = openPairs(count)
  pairs.mentor.set(mentor.subarray(0, count))
  pairs.value.set(value.subarray(0, count))
  return pairs
}

export interface Pair {
  mentee: number
  mentor: number
}

export interface ValuedPair extends Pair {
  value: number
}

/**
 * What the solver asks of a row. It reuses one object for every question, so an implementation
 * must not keep it.
 */
export interface RowQuery {
  bidder: number
  /** One per column. An integer, possibly far above MAX_VALUE. */
  price: Float64Array
  /** Whether prices may be negative. Where not, nothing is worth more than its value. */
  hasNegative?: boolean
  /** Only columns with value - price > floor are wanted. An integer. */
  floor: number
  /** Only columns with value >= least are wanted; 1 when every feasible pair will do. */
  least: number
  /** At most this many columns. */
  limit: number
}

/** What is asked for several bidders at once, at the same prices. */
export interface RowsQuery extends Pick<RowQuery, 'price' | 'least' | 'limit'> {
  /** Is put in the order in which the rows are made, which is that of the answer. */
  bidders: Int32Array
  floorOf: (bidder: number) => number
}

/** The answer. `column` and `value` have room for at least `limit` entries; the solver owns them. */
export interface Row {
  count: number
  column: Int32Array
  value: Int32Array
  /**
   * An upper bound on value - price of every wanted column that was left out, never below the
   * query's floor; the floor itself says that none was. A bound that is too low makes the answer
   * wrong (the certificate tells), one that is too high only costs time.
   */
  cut: number
}

/**
 * All the solver needs to know about the pairs: it never holds the graph.
 *
 * `fill` writes the `limit` best wanted columns of one bidder by value - price, in descending
 * order (equal ones in any order, but always the same for the same question), and the bound on
 * what it left out. It may give fewer than `limit` although more are wanted, but at least one, and
 * all of them once `limit` reaches their number + 1. Answers must depend on the query alone, so that results do not depend on who
 * asked before or on the number of workers.
 */
export interface RowSource {
  bidderCount: number
  columnCount: number
  fill(query: RowQuery, row: Row): void
  /** Where it would rather have the prices: a place for one of each column, all 0. */
  openPrices?(): Float64Array
  /** Where a row takes a while to make: the best of each at no price, with which a solve begins. */
  first?: RowTable
  /** Where rows are made quicker together than one by one. */
  fillMany?(query: RowsQuery): RowTable
  /** The value of one pair, 0 when it is infeasible. */
  value(bidder: number, column: number): number
  /**
   * Where the pairs lie in memory: writes columns of a bidder with value >= least and price 0, in
   * any order, as many as there is room for; if fewer, these are all. Quicker than `fill` where
   * any will do.
   */
  unpriced?(bidder: number, least: number, price: Float64Array, into: Int32Array): number
}

/** Builds the rows from a list in any order; within a row, mentors end up ascending. */
export function buildGraph(
  menteeCount: number,
  mentorCount: number,
  pairs: readonly ValuedPair[],
): PairGraph {
  const mentees = new Int32Array(pairs.length)
  const mentors = new Int32Array(pairs.length)
  const values = new Int32Array(pairs.length)
  for (let at = 0; at < pairs.length; at++) {
    const { mentee, mentor, value } = pairs[at]
    if (!Number.isInteger(value) || value < 1 || value > MAX_VALUE) {
      throw new RangeError(`Pair ${at}: value ${value} is not an integer from 1 to ${MAX_VALUE}`)
    }
    mentees[at] = mentee
    mentors[at] = mentor
    values[at] = value
  }
  return graphFromColumns(menteeCount, mentorCount, mentees, mentors, values)
}

/**
 * The same from three columns, for millions of pairs. Two counting sorts, by mentor and then by
 * mentee: the second keeps the order of the first, so rows come out with mentors ascending
 * whatever the order of the input was, and a pair given twice ends up side by side (`onDuplicate`
 * hears of the later one).
 */
export function graphFromColumns(
  menteeCount: number,
  mentorCount: number,
  mentees: Int32Array,
  mentors: Int32Array,
  values: Int32Array,
  onDuplicate: (at: number) => void = refuseDuplicate,
): PairGraph {
  const count = mentees.length
  const byMentor = new Int32Array(mentorCount + 1)
  const start = new Int32Array(menteeCount + 1)
  for (let at = 0; at < count; at++) {
    if (!(mentees[at] >= 0 && mentees[at] < menteeCount)) {
      throw new RangeError(`Pair ${at}: there is no mentee ${mentees[at]}`)
    }
    if (!(mentors[at] >= 0 && mentors[at] < mentorCount)) {
      throw new RangeError(`Pair ${at}: there is no mentor ${mentors[at]}`)
    }
    byMentor[mentors[at] + 1]++
    start[mentees[at] + 1]++
  }
  for (let i = 0; i < mentorCount; i++) byMentor[i + 1] += byMentor[i]
  for (let j = 0; j < menteeCount; j++) start[j + 1] += start[j]
  const order = new Int32Array(count)
  for (let at = 0; at < count; at++) order[byMentor[mentors[at]]++] = at
  const next = start.slice()
  const pairs = openPairs(count)
  const { mentor, value } = pairs
  for (let n = 0; n < count; n++) {
    const at = order[n]
    const to = next[mentees[at]]++
    if (to > start[mentees[at]] && mentor[to - 1] === mentors[at]) onDuplicate(at)
    mentor[to] = mentors[at]
    value[to] = values[at]
  }
  return { menteeCount, mentorCount, start, ...pairs }
}

function refuseDuplicate(at: number): never {
  throw new RangeError(`Pair ${at} was given before`)
}

/** The same pairs seen from the other side: rows are mentors, columns mentees. */
export function transposeGraph(graph: PairGraph): PairGraph {
  const { menteeCount, mentorCount } = graph
  const start = new Int32Array(mentorCount + 1)
  for (let at = 0; at < graph.mentor.length; at++) start[graph.mentor[at] + 1]++
  for (let i = 0; i < mentorCount; i++) start[i + 1] += start[i]
  const next = start.slice()
  const pairs = openPairs(graph.mentor.length)
  const { mentor, value } = pairs
  for (let j = 0; j < menteeCount; j++) {
    for (let at = graph.start[j]; at < graph.start[j + 1]; at++) {
      const to = next[graph.mentor[at]]++
      mentor[to] = j
      value[to] = graph.value[at]
    }
  }
  return { menteeCount: mentorCount, mentorCount: menteeCount, start, ...pairs }
}

/** A graph in memory as a row source. */
export function graphRows(graph: PairGraph): RowSource {
  const { start, mentor, value } = graph
  const search = openRowSearch(graph)
  return {
    bidderCount: graph.menteeCount,
    columnCount: graph.mentorCount,
    ...(search && { openPrices: search.openPrices }),
    fill(query, row) {
      if (search?.fill(query, row)) return
      selectBest(mentor, value, start[query.bidder], start[query.bidder + 1], query, row)
    },
    value(bidder, column) {
      const at = findColumn(mentor, start[bidder], start[bidder + 1], column)
      return at < start[bidder + 1] && mentor[at] === column ? value[at] : 0
    },
    unpriced(bidder, least, price, into) {
      const from = start[bidder]
      const to = start[bidder + 1]
      const middle = spread(bidder, from, to)
      let count = 0
      for (let part = 0; part < 2; part++) {
        const end = part === 0 ? to : middle
        for (let at = part === 0 ? middle : from; at < end; at++) {
          const column = mentor[at]
          if (price[column] !== 0 || value[at] < least) continue
          into[count++] = column
          if (count === into.length) return count
        }
      }
      return count
    },
  }
}

/** The first position from which columns are not below this one; rows are in order of column. */
export function findColumn(columns: Int32Array, from: number, to: number, column: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (columns[middle] < column) low = middle + 1
    else high = middle
  }
  return low
}
