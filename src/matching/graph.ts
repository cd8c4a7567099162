import { type Arena, intsIn, openArena } from './arena.ts'
import { selectBest, spread } from './best-columns.ts'
import { openRowSearch } from './row-search.ts'
import type { RowTable } from './row-table.ts'

/** The largest value a pair may have: scores are parts per million. */
export const MAX_VALUE = 1_000_000

/**
 * Feasible pairs in compressed sparse rows: those of mentee j are at start[j] … start[j + 1] - 1. A missing
 * pair is infeasible. Values are integers in parts per million, 1 … MAX_VALUE, so that sums are exact.
 */
export interface PairGraph {
  menteeCount: number
  mentorCount: number
  start: Int32Array
  mentor: Int32Array
  value: Int32Array
  /** Memory that holds `mentor` and `value`, if the compiled search can read them. */
  arena?: Arena | undefined
}

/** From here on the compiled search is worth its set-up. */
const MANY_PAIRS = 65_536
/** Largest number of pairs that fits into the 4 GiB of WebAssembly memory, with scratch space. */
const MOST_PAIRS = 500_000_000

/** Arrays for `count` pairs, in memory the compiled search reads if there are many. */
export function openPairs(count: number): Pick<PairGraph, 'mentor' | 'value' | 'arena'> {
  if (count < MANY_PAIRS || count > MOST_PAIRS)
    return { mentor: new Int32Array(count), value: new Int32Array(count) }
  const arena = openArena()
  return { arena, mentor: intsIn(arena, count), value: intsIn(arena, count) }
}

/** Copies the first `count` pairs out of longer arrays. */
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

/** The solver's query for a row. Implementations must not keep the object, which is reused. */
export interface RowQuery {
  bidder: number
  /** Integer per column, possibly far above MAX_VALUE. */
  price: Float64Array
  /** Whether prices may be negative. If not, no column is worth more than its value. */
  hasNegative?: boolean
  /** Only columns with value - price > floor are wanted. An integer. */
  floor: number
  /** Only columns with value >= least are wanted; 1 for every feasible pair. */
  least: number
  /** At most this many columns. */
  limit: number
}

/** A query for several bidders at the same prices. */
export interface RowsQuery extends Pick<RowQuery, 'price' | 'least' | 'limit'> {
  /** Sorted in place into the order in which the rows are made and returned. */
  bidders: Int32Array
  floorOf: (bidder: number) => number
}

/** The answer. `column` and `value` belong to the solver and have room for `limit` entries. */
export interface Row {
  count: number
  column: Int32Array
  value: Int32Array
  /**
   * An upper bound on value - price of every wanted column that was left out, never below the floor; equal
   * to the floor if none was. Too low a bound makes the solution wrong (the certificate detects it), too
   * high a one only costs time.
   */
  cut: number
}

/**
 * The solver's view of the pairs: it never holds the graph.
 *
 * `fill` writes the `limit` best wanted columns of a bidder in descending order of value - price, and the
 * bound on the rest. Columns of equal worth may come in any order, but always the same for the same query.
 * It may give fewer than `limit` although more are wanted, but at least one, and all once `limit` reaches
 * their number + 1. The answer must depend on the query alone, so that results do not depend on earlier
 * queries or the number of threads.
 */
export interface RowSource {
  bidderCount: number
  columnCount: number
  fill(query: RowQuery, row: Row): void
  /** Allocates a price per column, all 0, where the source reads prices without copying them. */
  openPrices?(): Float64Array
  /** The best columns of each row at prices of 0, where making a row is slow; a solve starts from them. */
  first?: RowTable
  /** Makes several rows, where that is faster than one by one. */
  fillMany?(query: RowsQuery): RowTable
  /** The value of one pair, 0 when it is infeasible. */
  value(bidder: number, column: number): number
  /**
   * Writes columns of a bidder with value >= least and price 0 in any order and returns how many; fewer
   * than `into` holds means all. Faster than `fill` for pairs in memory.
   */
  unpriced?(bidder: number, least: number, price: Float64Array, into: Int32Array): number
}

/**
 * Builds a graph from pairs in any order; within a row, mentors are ascending. Throws a RangeError for a
 * value out of range, an unknown person or a duplicate pair.
 */
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
 * `buildGraph` from three arrays, for millions of pairs. Two stable counting sorts, by mentor and then by
 * mentee, leave mentors ascending within a row and put duplicates side by side; `onDuplicate` gets the
 * position of the later one.
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

/** The transpose: rows are mentors, columns are mentees. */
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

/** Binary search in a row with ascending columns: the first position whose column is >= `column`. */
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
