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
  /** Whether prices may be negative. Where not, a value that is too low needs no price looked up. */
  hasNegative?: boolean
  /** Only columns with value - price > floor are wanted. An integer. */
  floor: number
  /** Only columns with value >= least are wanted; 1 when every feasible pair will do. */
  least: number
  /** At most this many columns. */
  limit: number
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
  /** The value of one pair, 0 when it is infeasible. */
  value(bidder: number, column: number): number
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
  const mentor = new Int32Array(count)
  const value = new Int32Array(count)
  for (let n = 0; n < count; n++) {
    const at = order[n]
    const to = next[mentees[at]]++
    if (to > start[mentees[at]] && mentor[to - 1] === mentors[at]) onDuplicate(at)
    mentor[to] = mentors[at]
    value[to] = values[at]
  }
  return { menteeCount, mentorCount, start, mentor, value }
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
  const mentor = new Int32Array(graph.mentor.length)
  const value = new Int32Array(graph.mentor.length)
  for (let j = 0; j < menteeCount; j++) {
    for (let at = graph.start[j]; at < graph.start[j + 1]; at++) {
      const to = next[graph.mentor[at]]++
      mentor[to] = j
      value[to] = graph.value[at]
    }
  }
  return { menteeCount: mentorCount, mentorCount: menteeCount, start, mentor, value }
}

/** A graph in memory as a row source. */
export function graphRows(graph: PairGraph): RowSource {
  const { start, mentor, value } = graph
  return {
    bidderCount: graph.menteeCount,
    columnCount: graph.mentorCount,
    fill: (query, row) =>
      selectBest(mentor, value, start[query.bidder], start[query.bidder + 1], query, row),
    value(bidder, column) {
      const at = findColumn(mentor, start[bidder], start[bidder + 1], column)
      return at < start[bidder + 1] && mentor[at] === column ? value[at] : 0
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

let worth = new Float64Array(64)

/**
 * Answers a query from one row of pairs. The best are kept by insertion into a short sorted list:
 * most columns fall below its last entry and cost one comparison.
 */
export function selectBest(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  query: RowQuery,
  row: Row,
): void {
  const { price, floor, least, limit } = query
  if (limit > INSERTED) {
    sortAll(columns, values, from, to, query, row)
    return
  }
  const { column: bestColumns, value: bestValues } = row
  if (worth.length < limit) worth = new Float64Array(2 * limit)
  const best = worth
  let count = 0
  let bar = floor
  if (limit <= SAMPLED && to - from > 4 * SAMPLED && least === 1) {
    bar = Math.max(floor, sampleBar(columns, values, from, to, price))
  }
  const mayRaise = query.hasNegative !== true
  let lowest = mayRaise ? Math.max(bar, least - 1) : least - 1
  // Each bidder starts elsewhere, so that equals do not all go for the same first columns.
  const middle = to > from ? from + ((query.bidder * 7919) % (to - from)) : from
  for (let part = 0; part < 2; part++) {
    const end = part === 0 ? to : middle
    for (let at = part === 0 ? middle : from; at < end; at++) {
      // Values are read in a row, prices here and there: that is what takes the time.
      if (values[at] <= lowest) continue
      const u = values[at] - price[columns[at]]
      if (u <= bar) continue
      let place = count
      if (count === limit) place--
      else count++
      for (; place > 0 && best[place - 1] < u; place--) {
        best[place] = best[place - 1]
        bestColumns[place] = bestColumns[place - 1]
        bestValues[place] = bestValues[place - 1]
      }
      best[place] = u
      bestColumns[place] = columns[at]
      bestValues[place] = values[at]
      if (count < limit) continue
      bar = best[limit - 1]
      if (mayRaise && bar > lowest) lowest = bar
    }
  }
  row.count = count
  row.cut = bar
}

/** Lists longer than this are sorted as a whole: insertion takes the square of the length. */
const INSERTED = 32

let allColumns = new Int32Array(1024)
let allValues = new Int32Array(1024)

function sortAll(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  { price, floor, least, limit }: RowQuery,
  row: Row,
): void {
  if (allColumns.length < to - from) {
    allColumns = new Int32Array(2 * (to - from))
    allValues = new Int32Array(2 * (to - from))
  }
  if (worth.length < allColumns.length) worth = new Float64Array(allColumns.length)
  let count = 0
  for (let at = from; at < to; at++) {
    const u = values[at] - price[columns[at]]
    if (u <= floor || values[at] < least) continue
    worth[count] = u
    allColumns[count] = columns[at]
    allValues[count++] = values[at]
  }
  sortByWorth(count)
  row.count = Math.min(count, limit)
  row.cut = count > limit ? worth[limit] : floor
  for (let k = 0; k < row.count; k++) {
    row.column[k] = allColumns[k]
    row.value[k] = allValues[k]
  }
}

/** Shell's sort, with Ciura's gaps: short, in place, and three arrays move as one. */
const GAPS = [90_927, 40_412, 17_961, 7983, 3548, 1577, 701, 301, 132, 57, 23, 10, 4, 1]

function sortByWorth(count: number): void {
  const keys = worth
  for (const gap of GAPS) {
    for (let n = gap; n < count; n++) {
      const key = keys[n]
      const column = allColumns[n]
      const value = allValues[n]
      let to = n
      for (; to >= gap && keys[to - gap] < key; to -= gap) {
        keys[to] = keys[to - gap]
        allColumns[to] = allColumns[to - gap]
        allValues[to] = allValues[to - gap]
      }
      keys[to] = key
      allColumns[to] = column
      allValues[to] = value
    }
  }
}

/** Queries for no more columns than this are content with about as many. */
const SAMPLED = 8

/**
 * Just below the best of every sixteenth column: about sixteen columns are better, and looking
 * at those alone saves most of the insertions.
 */
function sampleBar(
  columns: Int32Array,
  values: Int32Array,
  from: number,
  to: number,
  price: Float64Array,
): number {
  const step = Math.min(16, (to - from) >> 3)
  let highest = values[from] - price[columns[from]]
  for (let at = from + step; at < to; at += step) {
    const u = values[at] - price[columns[at]]
    if (u > highest) highest = u
  }
  return highest - 1
}
