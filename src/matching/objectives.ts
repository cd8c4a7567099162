import { assign } from './assign.ts'
import type { Assigned, AssignInput } from './assigned.ts'
import { CLOSED, type MaximumMatching, maximumMatching } from './cardinality.ts'
import { MAX_VALUE, type Pair, type Row, type RowSource, type ValuedPair } from './graph.ts'
import { assignScarce, type ScarceInput } from './scarce.ts'
import { type Solved, settleTies } from './ties.ts'

export type Objective = 'coverage' | 'score' | 'worst-off'

export interface AssignmentProblem {
  /** The feasible pairs with mentees as bidders. Excluded pairs are absent. */
  rows: RowSource
  /**
   * The same pairs with mentors as bidders. If given, places bid when they are fewer than the mentees and
   * all bonuses are equal: twice as fast, and far more under `worst-off`.
   */
  columns?: () => RowSource
  /** Free places of each mentor, 0 or more. */
  capacity: Int32Array
  objective: Objective
  /** How long each mentee has waited; all equal when absent. Only the order matters. */
  waitingDays?: Int32Array
  /** Fixed pairs, which the solution always contains. */
  locked?: readonly Pair[]
  /** The mentor of each mentee in an earlier run, or -1; kept where nothing is lost. */
  earlier?: Int32Array
}

/** A vertex cover: it touches every pair, so no matching is larger than its places. */
export interface Cover {
  mentee: Uint8Array
  mentor: Uint8Array
}

export interface AssignmentSolution {
  objective: Objective
  /** The mentor of each mentee, or -1. */
  mentorOf: Int32Array
  /** The value of each mentee's pair, 0 when unmatched. */
  pairValue: Int32Array
  /**
   * Dual price of a place per mentor: an integer >= 0, and 0 unless the mentor is full. In the unit of
   * value + bonus: under `coverage` and `worst-off` it can be far above MAX_VALUE.
   */
  price: Float64Array
  /** Per mentee, the best value + bonus - price of its pairs; never below 0. */
  surplus: Float64Array
  /**
   * Worth of being matched: 0 for `score`, `gap` for `worst-off`, `gap` * rank of the wait for `coverage`.
   */
  bonus: Float64Array
  /** More than any total of values, so that no sum of values outweighs one step of bonus. */
  gap: number
  matched: number
  /** The sum of the values of all pairs, locked ones included. */
  total: number
  /** Dual bound on `total`: no assignment as good in the earlier levels has a higher total. */
  bound: number
  /** The least value a proposed pair may have; 1 except for `worst-off`. */
  least: number
  /** `worst-off` only: covers that prove the number matched, and that a higher least value allows fewer. */
  covers?: { matched: Cover; least: Cover }
}

/** Integers are exact below this; every sum the solver forms at once must be. */
const EXACT = 2 ** 53

/**
 * The best assignment under the objective, with the prices that prove it. Throws a RangeError for locked
 * pairs that contradict each other and for sums that would not be exact.
 *
 * All objectives are one exact integer problem: maximise the sum of value + bonus. For `coverage` the bonus
 * is `gap` times the rank of the mentee's waiting time, with a gap above any total of values. Ranks 1, 2, 3
 * … suffice (powers are not needed) because the sets of mentees who can be placed together form a
 * transversal matroid, and in a matroid a set of greatest weight is also largest and lexicographically
 * best, for any positive weights. For `worst-off` the pairs below the best possible least value are removed
 * first.
 */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  const { objective, rows } = problem
  const locks = removeLocked(problem)
  const { capacity, absent } = locks
  const gap = gapAbove(capacity, absent)
  const bonus = bonuses(problem, absent, gap)
  const raised = objective === 'worst-off' ? raiseLowest(problem, capacity, absent) : undefined
  const least = raised?.least ?? 1
  const most = objective === 'coverage' ? largestMatching(problem, locks, bonus) : raised?.most
  const solved = doPlacesBid(problem, locks, bonus)
    ? assignScarce({
        ...{ rows, columns: problem.columns(), capacity, absent, bonus, least },
        ...(most && warmStartOfPlaces(most, capacity, gap)),
      })
    : withSurplus(
        assign({ rows, capacity, bonus, least, absent, ...(most && warmStart(most, bonus, gap)) }),
      )
  settleTies(solved, problem.waitingDays, problem.earlier)
  return readSolution(objective, solved, locks.pairs, gap, raised)
}

/** Whether places bid: they are fewer than the mentees, and all mentees have the same bonus. */
function doPlacesBid(
  problem: AssignmentProblem,
  { capacity, absent }: LockedPairs,
  bonus: Float64Array,
): problem is AssignmentProblem & Required<Pick<AssignmentProblem, 'columns'>> {
  if (!problem.columns || countPlaces(capacity) >= countPresent(absent)) return false
  const counted = bonus.filter((_, j) => absent[j] === 0)
  return counted.every((own) => own === counted[0])
}

function withSurplus(state: Assigned): Solved {
  const { mate, mateValue, bonus, price } = state
  const surplus = new Float64Array(mate.length)
  for (let j = 0; j < mate.length; j++) {
    // The surplus of an unplaced mentee is 0: none of its pairs is worth more than its price.
    if (mate[j] >= 0) surplus[j] = mateValue[j] + bonus[j] - price[mate[j]]
  }
  return { ...state, surplus }
}

interface LockedPairs {
  capacity: Int32Array
  absent: Uint8Array
  pairs: ValuedPair[]
}

/** Removes from the problem each locked mentee and one place of its mentor. */
function removeLocked(problem: AssignmentProblem): LockedPairs {
  const { rows } = problem
  const capacity = problem.capacity.slice()
  const absent = new Uint8Array(rows.bidderCount)
  const pairs: ValuedPair[] = []
  for (const { mentee, mentor } of problem.locked ?? []) {
    if (!(mentee >= 0 && mentee < rows.bidderCount && mentor >= 0 && mentor < rows.columnCount)) {
      throw new RangeError(`Locked pair: there is no mentee ${mentee} or no mentor ${mentor}`)
    }
    const value = rows.value(mentee, mentor)
    if (value === 0) {
      throw new RangeError(`Locked pair: mentee ${mentee} and mentor ${mentor} are not feasible`)
    }
    if (absent[mentee] !== 0) throw new RangeError(`Mentee ${mentee} is locked twice`)
    if (capacity[mentor] === 0) {
      throw new RangeError(
        `Mentor ${mentor} has ${problem.capacity[mentor]} free places, fewer than its locked pairs`,
      )
    }
    absent[mentee] = 1
    capacity[mentor]--
    pairs.push({ mentee, mentor, value })
  }
  return { capacity, absent, pairs }
}

/** Twice the highest possible total of values, and 2 more. */
function gapAbove(capacity: Int32Array, absent: Uint8Array): number {
  return 2 * (Math.min(countPresent(absent), countPlaces(capacity)) * MAX_VALUE + 1)
}

function countPresent(absent: Uint8Array): number {
  let present = 0
  for (let j = 0; j < absent.length; j++) if (absent[j] === 0) present++
  return present
}

function countPlaces(capacity: Int32Array): number {
  let places = 0
  for (let i = 0; i < capacity.length; i++) {
    if (!(capacity[i] >= 0)) throw new RangeError(`Mentor ${i} has ${capacity[i]} free places`)
    places += capacity[i]
  }
  return places
}

function bonuses(problem: AssignmentProblem, absent: Uint8Array, gap: number): Float64Array {
  const { objective, waitingDays } = problem
  const bonus = new Float64Array(absent.length)
  if (objective === 'score') return bonus
  let highest = 1
  if (objective === 'worst-off' || !waitingDays) {
    for (let j = 0; j < absent.length; j++) if (absent[j] === 0) bonus[j] = gap
  } else {
    const steps = Array.from(new Set(waitingDays.filter((_, j) => absent[j] === 0)))
    steps.sort((a, b) => a - b)
    const rank = new Map(steps.map((days, at) => [days, at + 1]))
    for (let j = 0; j < absent.length; j++) {
      if (absent[j] === 0) bonus[j] = gap * (rank.get(waitingDays[j]) ?? 0)
    }
    highest = steps.length
  }
  // A search adds up to four such numbers before comparing.
  if (4 * (highest * gap + MAX_VALUE) >= EXACT) {
    throw new RangeError(`${highest} different waiting times are too many for exact sums`)
  }
  return bonus
}

/** A maximum matching that prefers mentees with a higher bonus. */
function largestMatching(
  { rows }: AssignmentProblem,
  { capacity, absent }: LockedPairs,
  bonus: Float64Array,
): MaximumMatching {
  const order = Int32Array.from(absent, (_, j) => j).sort((a, b) => bonus[b] - bonus[a] || a - b)
  return maximumMatching({ rows, capacity, absent, order, least: 1 })
}

/**
 * Initial prices from a maximum matching. A mentor whose places were missing for an unplaced mentee is full
 * in every best assignment and costs about that mentee's bonus. Starting half a gap below leaves room for
 * the values, whose total is worth less than leaving such a place free (docs/matching.md). Placed mentees
 * then only compete locally.
 */
function warmStart(
  { mate, closedBy }: MaximumMatching,
  bonus: Float64Array,
  gap: number,
): Pick<AssignInput, 'early' | 'guess' | 'start'> {
  return {
    guess: mate,
    early: Uint8Array.from(mate, (mentor) => (mentor >= 0 ? 1 : 0)),
    start: Float64Array.from(closedBy, (mentee) => (mentee < 0 ? 0 : bonus[mentee] - gap / 2)),
  }
}

/** Initial surpluses where places bid: half a gap for mentees placed in every best assignment. */
function warmStartOfPlaces(
  { mate, menteeCover }: MaximumMatching,
  capacity: Int32Array,
  gap: number,
): Pick<ScarceInput, 'early' | 'start'> {
  const early = new Int32Array(capacity.length)
  for (const mentor of mate) if (mentor >= 0) early[mentor]++
  return { early, start: Float64Array.from(menteeCover, (inEvery) => (inEvery * gap) / 2) }
}

interface RaisedLowest {
  least: number
  /** A maximum matching whose pairs all have at least this value. */
  most: MaximumMatching
  covers: { matched: Cover; least: Cover }
}

/** Trials at the upper end of the interval between two at its middle; mostly one of them succeeds. */
const HIGH_TRIALS = 3

/**
 * The highest least value that still allows a maximum matching. As in the threshold algorithm of Garfinkel
 * ("An improved algorithm for the bottleneck assignment problem", 1971), a failed trial gives the next
 * value to try and a matching to start from; where the steps are small, the interval is halved.
 */
function raiseLowest(
  problem: AssignmentProblem,
  capacity: Int32Array,
  absent: Uint8Array,
): RaisedLowest {
  const { rows } = problem
  const order = Int32Array.from({ length: absent.length }, (_, j) => j)
  const most = maximumMatching({ rows, capacity, absent, order, least: 1 })
  const valuesOf = ({ mate }: MaximumMatching): Int32Array =>
    mate.map((mentor, j) => (mentor < 0 ? 0 : rows.value(j, mentor)))
  let best = most
  let values = valuesOf(most)
  let failed: MaximumMatching | undefined
  const trialAt = (least: number): MaximumMatching => {
    const start = failed?.mate ?? best.mate.map((i, j) => (values[j] >= least ? i : -1))
    return maximumMatching({ rows, capacity, absent, order, least, start })
  }
  let low = most.size === 0 ? 1 : lowestOf(values)
  let high = most.size === 0 ? 1 : lowestOf(bestValuesOf(rows, most.menteeCover))
  for (let n = 1; low < high; n++) {
    const trial = trialAt(n % (HIGH_TRIALS + 1) === 0 ? Math.ceil((low + high) / 2) : high)
    if (trial.size === most.size) {
      best = trial
      values = valuesOf(best)
      low = lowestOf(values)
    } else {
      failed = trial
      high = highestUncovered(rows, absent, trial)
    }
  }
  // The last failed trial covers all pairs above `high`, which equals `low` here.
  const higher = failed ?? trialAt(low + 1)
  return {
    least: low,
    most: best,
    covers: { matched: coverOf(most), least: coverOf(higher) },
  }
}

/** The highest value of a pair that the cover does not touch: a higher least value fails as well. */
function highestUncovered(
  rows: RowSource,
  absent: Uint8Array,
  { menteeCover, mentorCover }: MaximumMatching,
): number {
  const row: Row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  const price = Float64Array.from(mentorCover, (is) => is * CLOSED)
  let highest = 0
  for (let bidder = 0; bidder < menteeCover.length; bidder++) {
    if (absent[bidder] !== 0 || menteeCover[bidder] !== 0) continue
    rows.fill({ bidder, price, floor: highest, least: 1, limit: 1 }, row)
    if (row.count > 0) highest = row.value[0]
  }
  return highest
}

/** The lowest non-zero value; MAX_VALUE when all are 0. */
function lowestOf(values: Int32Array): number {
  let lowest = MAX_VALUE
  for (const value of values) if (value > 0 && value < lowest) lowest = value
  return lowest
}

/** The best value of each mentee placed in every maximum matching: no least value can be higher. */
function bestValuesOf(rows: RowSource, inEvery: Uint8Array): Int32Array {
  const row: Row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  const price = new Float64Array(rows.columnCount)
  return Int32Array.from(inEvery, (is, bidder) => {
    if (is === 0) return 0
    rows.fill({ bidder, price, floor: 0, least: 1, limit: 1 }, row)
    return row.value[0]
  })
}

function coverOf(most: MaximumMatching): Cover {
  return { mentee: most.menteeCover, mentor: most.mentorCover }
}

/** Builds the solution from a solved problem. */
export function readSolution(
  objective: Objective,
  solved: Solved,
  locked: readonly ValuedPair[],
  gap: number,
  raised?: RaisedLowest,
): AssignmentSolution {
  const { bonus, mate, mateValue, price, capacity, absent, surplus } = solved
  const dual = openSum()
  let matched = 0
  let total = 0
  for (let j = 0; j < mate.length; j++) {
    if (absent[j] !== 0) continue
    addTo(dual, surplus[j], 1)
    if (mate[j] < 0) continue
    addTo(dual, -bonus[j], 1)
    matched++
    total += mateValue[j]
  }
  for (let i = 0; i < price.length; i++) addTo(dual, price[i], capacity[i])
  const mentorOf = mate.slice()
  const pairValue = mateValue.slice()
  let lockedTotal = 0
  for (const { mentee, mentor, value } of locked) {
    mentorOf[mentee] = mentor
    pairValue[mentee] = value
    lockedTotal += value
  }
  return {
    objective,
    mentorOf,
    pairValue,
    price,
    surplus,
    bonus,
    gap,
    matched: matched + locked.length,
    total: total + lockedTotal,
    bound: sumOf(dual) + lockedTotal,
    least: raised?.least ?? 1,
    ...(raised ? { covers: raised.covers } : {}),
  }
}

/** A sum of integers that may exceed 2^53 on the way, as an upper and a lower half. */
interface Sum {
  high: number
  low: number
}

const HALF = 2 ** 27

function openSum(): Sum {
  return { high: 0, low: 0 }
}

function addTo(sum: Sum, value: number, times: number): void {
  const high = Math.floor(value / HALF)
  sum.high += high * times
  sum.low += (value - high * HALF) * times
}

function sumOf(sum: Sum): number {
  return Number(BigInt(sum.high) * BigInt(HALF) + BigInt(sum.low))
}
