import { assign } from './assign.ts'
import type { Assigned, AssignInput } from './assigned.ts'
import { CLOSED, type MostPairs, matchMost } from './cardinality.ts'
import { MAX_VALUE, type Pair, type Row, type RowSource, type ValuedPair } from './graph.ts'
import { assignScarce, type ScarceInput } from './scarce.ts'
import { type Solved, settleTies } from './ties.ts'

export type Objective = 'coverage' | 'score' | 'worst-off'

export interface AssignmentProblem {
  /** The feasible pairs, mentees as bidders. Excluded pairs are simply absent. */
  rows: RowSource
  /**
   * The same pairs with mentors as bidders, made only when asked for. With it, places bid when there
   * are fewer of them than mentees, unless waiting counts: twice as fast, and far more under `worst-off`.
   */
  columns?: () => RowSource
  /** Free places of each mentor, 0 or more. */
  capacity: Int32Array
  objective: Objective
  /** How long each mentee has waited; all equal when absent. Only the order matters. */
  waitingDays?: Int32Array
  /** Pairs already fixed: in by construction. */
  locked?: readonly Pair[]
  /** The mentor proposed to each mentee in an earlier run, or -1; kept where nothing is lost. */
  earlier?: Int32Array
}

/** A set of people that touches every pair: no matching can be larger than their places. */
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
   * What a place of this mentor is worth: an integer >= 0, and 0 unless the mentor is full. In
   * the unit of value + bonus: under `coverage` and `worst-off` it can be far above MAX_VALUE.
   */
  price: Float64Array
  /** What each mentee's best pair is worth at these prices (with the bonus), never below 0. */
  surplus: Float64Array
  /**
   * What being matched counts for beyond the pair's value: 0 for `score`; `gap` times the rank of
   * the mentee's waiting time for `coverage`; `gap` for `worst-off`.
   */
  bonus: Float64Array
  /** More than any total of values: no sum of values outweighs one step of bonus. */
  gap: number
  matched: number
  /** The sum of the values of all pairs, locked ones included. */
  total: number
  /** The same from the prices alone: no assignment as good in the earlier levels has more. */
  bound: number
  /** The lowest value among the matched that the objective allows; 1 except for `worst-off`. */
  least: number
  /** `worst-off` only: no more can be matched, and not as many with a higher lowest value. */
  covers?: { matched: Cover; least: Cover }
}

/** Sums stay exact below this; everything the solver adds up at once must. */
const EXACT = 2 ** 53

/**
 * Best assignment under the objective, with the prices that prove it.
 *
 * All three are one exact integer problem: maximise the sum of value + bonus. For `coverage` the
 * bonus is `gap` times the rank of the mentee's waiting time, with a gap above any total of
 * values. That the ranks 1, 2, 3 … suffice (and not powers) is the matroid property: the sets of
 * mentees who can be placed together form a transversal matroid, and in a matroid a set of
 * greatest weight is also largest and lexicographically best, whatever the positive weights.
 * For `worst-off` the pairs below the best possible lowest value are left aside first.
 */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  const { objective, rows } = problem
  const locks = takeLocks(problem)
  const { capacity, absent } = locks
  const gap = gapAbove(capacity, absent)
  const bonus = bonuses(problem, absent, gap)
  const raised = objective === 'worst-off' ? raiseLowest(problem, capacity, absent) : undefined
  const least = raised?.least ?? 1
  const most = objective === 'coverage' ? placeMost(problem, locks, bonus) : raised?.most
  const solved = isForPlaces(problem, locks, bonus)
    ? assignScarce({
        ...{ rows, columns: problem.columns(), capacity, absent, bonus, least },
        ...(most && headStartOfPlaces(most, capacity, gap)),
      })
    : withSurplus(
        assign({ rows, capacity, bonus, least, absent, ...(most && headStart(most, bonus, gap)) }),
      )
  settleTies(solved, problem.waitingDays, problem.earlier)
  return readSolution(objective, solved, locks.pairs, gap, raised)
}

/** Whether it is the places that bid: they are scarce, and no mentee counts more than another. */
function isForPlaces(
  problem: AssignmentProblem,
  { capacity, absent }: Locks,
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
    // Whoever is left out has no pair that is worth more than its price; the verifier checks it.
    if (mate[j] >= 0) surplus[j] = mateValue[j] + bonus[j] - price[mate[j]]
  }
  return { ...state, surplus }
}

interface Locks {
  capacity: Int32Array
  absent: Uint8Array
  pairs: ValuedPair[]
}

/** Takes the locked pairs out of the problem: the mentee, and one place of the mentor. */
function takeLocks(problem: AssignmentProblem): Locks {
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

/** Half of it is more than the highest total of values that any assignment could have. */
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
  // A search adds up to four such numbers before it compares.
  if (4 * (highest * gap + MAX_VALUE) >= EXACT) {
    throw new RangeError(`${highest} different waiting times are too many for exact sums`)
  }
  return bonus
}

/** A largest set of mentees that can be placed together, the longest waiting first. */
function placeMost(
  { rows }: AssignmentProblem,
  { capacity, absent }: Locks,
  bonus: Float64Array,
): MostPairs {
  const order = Int32Array.from(absent, (_, j) => j).sort((a, b) => bonus[b] - bonus[a] || a - b)
  return matchMost({ rows, capacity, absent, order, least: 1 })
}

/**
 * What a largest placing says about the prices. A mentor whose places were missing for a mentee
 * who stays out is full in every best assignment, and costs about that mentee's bonus; starting
 * half a gap below it leaves room for what the values say, and no total of values is worth leaving
 * such a place free (docs/matching.md). Whoever is placed need then only look where it is tight.
 */
function headStart(
  { mate, closedBy }: MostPairs,
  bonus: Float64Array,
  gap: number,
): Pick<AssignInput, 'early' | 'guess' | 'start'> {
  return {
    guess: mate,
    early: Uint8Array.from(mate, (mentor) => (mentor >= 0 ? 1 : 0)),
    start: Float64Array.from(closedBy, (mentee) => (mentee < 0 ? 0 : bonus[mentee] - gap / 2)),
  }
}

/** The same for places that bid: the mentees who are placed in every best assignment stand out. */
function headStartOfPlaces(
  { mate, menteeCover }: MostPairs,
  capacity: Int32Array,
  gap: number,
): Pick<ScarceInput, 'early' | 'start'> {
  const early = new Int32Array(capacity.length)
  for (const mentor of mate) if (mentor >= 0) early[mentor]++
  return { early, start: Float64Array.from(menteeCover, (must) => (must * gap) / 2) }
}

interface Raised {
  least: number
  /** As many as can be placed, in pairs of at least the lowest value. */
  most: MostPairs
  covers: { matched: Cover; least: Cover }
}

/** Trials at the highest value still in question between two at the middle: mostly one of them is right. */
const AT_THE_TOP = 3

/**
 * The highest lowest value with which as many can be matched as without any lower limit. As in the
 * threshold algorithm of Garfinkel ("An improved algorithm for the bottleneck assignment problem",
 * 1971), a trial that fails tells how far down it would go on failing, and its pairs are a start for
 * the next; where that goes down by small steps, what is in question is halved.
 */
function raiseLowest(problem: AssignmentProblem, capacity: Int32Array, absent: Uint8Array): Raised {
  const { rows } = problem
  const order = Int32Array.from({ length: absent.length }, (_, j) => j)
  const most = matchMost({ rows, capacity, absent, order, least: 1 })
  const valuesOf = ({ mate }: MostPairs): Int32Array =>
    mate.map((mentor, j) => (mentor < 0 ? 0 : rows.value(j, mentor)))
  let best = most
  let values = valuesOf(most)
  let failed: MostPairs | undefined
  const trialAt = (least: number): MostPairs => {
    const start = failed?.mate ?? best.mate.map((i, j) => (values[j] >= least ? i : -1))
    return matchMost({ rows, capacity, absent, order, least, start })
  }
  let low = most.size === 0 ? 1 : lowestOf(values)
  let high = most.size === 0 ? 1 : lowestOf(mustBests(rows, most.menteeCover))
  for (let n = 1; low < high; n++) {
    const trial = trialAt(n % (AT_THE_TOP + 1) === 0 ? Math.ceil((low + high) / 2) : high)
    if (trial.size === most.size) {
      best = trial
      values = valuesOf(best)
      low = lowestOf(values)
    } else {
      failed = trial
      high = highestUncovered(rows, absent, trial)
    }
  }
  // The last that failed covers all above `high`, which is where `low` has come to.
  const higher = failed ?? trialAt(low + 1)
  return {
    least: low,
    most: best,
    covers: { matched: coverOf(most), least: coverOf(higher) },
  }
}

/** The highest value of a pair that the cover does not touch: what it covers stays as it is down to there. */
function highestUncovered(
  rows: RowSource,
  absent: Uint8Array,
  { menteeCover, mentorCover }: MostPairs,
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

/** The lowest of those that are not 0; the highest possible when all are. */
function lowestOf(values: Int32Array): number {
  let lowest = MAX_VALUE
  for (const value of values) if (value > 0 && value < lowest) lowest = value
  return lowest
}

/** The best value of each mentee who is in every largest placing: no lowest value can be higher. */
function mustBests(rows: RowSource, must: Uint8Array): Int32Array {
  const row: Row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  const price = new Float64Array(rows.columnCount)
  return Int32Array.from(must, (is, bidder) => {
    if (is === 0) return 0
    rows.fill({ bidder, price, floor: 0, least: 1, limit: 1 }, row)
    return row.value[0]
  })
}

function coverOf(most: MostPairs): Cover {
  return { mentee: most.menteeCover, mentor: most.mentorCover }
}

/** Reads the solution off a solved problem. */
export function readSolution(
  objective: Objective,
  solved: Solved,
  locked: readonly ValuedPair[],
  gap: number,
  raised?: Raised,
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

/** A sum of integers below 2^53 that may itself be larger on the way: upper and lower halves. */
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
