/*
 * Checks from the dual prices alone that an assignment is optimal. Shares no code with the solver, so that
 * an error there cannot hide here.
 *
 * The proof, by linear programming duality: in every assignment each pair has value + bonus <= price +
 * surplus, each mentor's price counts at most once per place, and each mentee's surplus at most once. So no
 * assignment is worth more than prices times places plus surpluses, and one that reaches this sum is
 * optimal.
 */
import type { PairGraph } from './graph.ts'
import type { AssignmentProblem, AssignmentSolution } from './objectives.ts'

/** The feasible pairs, as the check queries them. */
export interface PairsToCheck {
  menteeCount: number
  mentorCount: number
  /** The value of a pair, 0 when it is infeasible. */
  value(mentee: number, mentor: number): number
  /**
   * Per mentee, a mentor with value >= least and value - price > floor, or -1 when there is none. A floor
   * of Infinity skips the mentee. Worker threads may start at once; calling the returned function finishes
   * the search and gives the answer.
   */
  findAbove(price: Float64Array, floor: Float64Array, least: number): () => Int32Array
}

/** Marks a mentee who was never checked, which is a violation. */
export const NOT_CHECKED = -2

export type Conditions = Pick<
  AssignmentProblem,
  'capacity' | 'objective' | 'waitingDays' | 'locked'
>

/** One violated condition, in words, with the people concerned by number. */
export interface Violation {
  rule: Rule
  detail: string
  mentee?: number
  mentor?: number
}

export type Rule =
  | 'shape'
  | 'pair'
  | 'capacity'
  | 'locked'
  | 'price'
  | 'bonus'
  | 'surplus'
  | 'equality'
  | 'figures'
  | 'cover'

const HIGHEST = 1_000_000
/** `findViolations` returns at most this many. */
export const MOST_VIOLATIONS = 100

/** The violated conditions, at most MOST_VIOLATIONS; empty if the solution is proved optimal. */
export function findViolations(
  pairs: PairsToCheck,
  conditions: Conditions,
  solution: AssignmentSolution,
): Violation[] {
  const found: Violation[] = []
  if (!checkShape(pairs, conditions, solution, found)) return found
  const free = checkLocks(pairs, conditions, solution, found)
  const findAbove = findPairsAbove(pairs, solution, free)
  checkPairs(pairs, solution, free, found)
  checkBonus(conditions, solution, free, found)
  checkPrices(solution, free, found)
  const detail = 'this pair is worth more than the price and the surplus'
  report(findAbove(), 'surplus', detail, found)
  checkSums(solution, free, found)
  if (conditions.objective === 'worst-off') checkCovers(pairs, solution, free, found)
  return found.slice(0, MOST_VIOLATIONS)
}

/** The problem without the locked pairs. */
interface Free {
  capacity: Int32Array
  taken: Int32Array
  locked: Uint8Array
}

function checkShape(
  pairs: PairsToCheck,
  conditions: Conditions,
  solution: AssignmentSolution,
  found: Violation[],
): boolean {
  const { menteeCount, mentorCount } = pairs
  const { mentorOf, pairValue, surplus, bonus, price } = solution
  const mentees = [mentorOf, pairValue, surplus, bonus].every((a) => a.length === menteeCount)
  const mentors = [price, conditions.capacity].every((a) => a.length === mentorCount)
  const sameObjective = solution.objective === conditions.objective
  if (mentees && mentors && sameObjective) return true
  found.push({ rule: 'shape', detail: 'the solution is for other people or another objective' })
  return false
}

function checkLocks(
  pairs: PairsToCheck,
  conditions: Conditions,
  { mentorOf }: AssignmentSolution,
  found: Violation[],
): Free {
  const taken = new Int32Array(pairs.mentorCount)
  const capacity = conditions.capacity.slice()
  const locked = new Uint8Array(pairs.menteeCount)
  for (const { mentee, mentor } of conditions.locked ?? []) {
    locked[mentee] = 1
    capacity[mentor]--
    if (mentorOf[mentee] !== mentor) {
      found.push({ rule: 'locked', detail: 'a locked pair is missing', mentee, mentor })
    }
  }
  return { capacity, taken, locked }
}

/** Counts the places taken in `free`. */
function checkPairs(
  pairs: PairsToCheck,
  { mentorOf, pairValue, least }: AssignmentSolution,
  { capacity, taken, locked }: Free,
  found: Violation[],
): void {
  for (let mentee = 0; mentee < pairs.menteeCount; mentee++) {
    const mentor = mentorOf[mentee]
    if (mentor === -1) {
      if (pairValue[mentee] !== 0) {
        found.push({ rule: 'pair', detail: 'value without a mentor', mentee })
      }
      continue
    }
    if (!(mentor >= 0 && mentor < pairs.mentorCount)) {
      found.push({ rule: 'pair', detail: 'no such mentor', mentee, mentor })
      continue
    }
    const value = pairs.value(mentee, mentor)
    if (value === 0) found.push({ rule: 'pair', detail: 'not feasible', mentee, mentor })
    if (value !== pairValue[mentee]) {
      found.push({ rule: 'pair', detail: `value is ${value}`, mentee, mentor })
    }
    if (locked[mentee] === 0 && value < least) {
      found.push({ rule: 'pair', detail: `below the least value ${least}`, mentee, mentor })
    }
    if (locked[mentee] === 0) taken[mentor]++
  }
  for (let mentor = 0; mentor < pairs.mentorCount; mentor++) {
    if (taken[mentor] > capacity[mentor]) {
      found.push({ rule: 'capacity', detail: `${taken[mentor]} of ${capacity[mentor]}`, mentor })
    }
  }
}

/**
 * The bonus makes the levels of an objective lexicographic: 0 for `score`, one gap each for `worst-off`,
 * and for `coverage` at least one gap more for a longer wait. The gap must exceed every total of values.
 * (That sums of such steps rank sets of matched mentees by size first and waiting second follows from
 * matroid theory: see docs/matching.md.)
 */
function checkBonus(
  conditions: Conditions,
  solution: AssignmentSolution,
  free: Free,
  found: Violation[],
): void {
  const { objective, waitingDays } = conditions
  const { bonus, gap } = solution
  const present: number[] = []
  for (let j = 0; j < bonus.length; j++) if (free.locked[j] === 0) present.push(j)
  let places = 0
  for (const c of free.capacity) places += c
  if (!(Number.isSafeInteger(gap) && gap > Math.min(present.length, places) * HIGHEST)) {
    found.push({ rule: 'bonus', detail: `the gap ${gap} does not exceed every total` })
  }
  if (objective === 'coverage' && waitingDays) {
    present.sort((a, b) => waitingDays[a] - waitingDays[b])
  }
  for (let n = 0; n < present.length; n++) {
    const mentee = present[n]
    const right =
      objective === 'score'
        ? bonus[mentee] === 0
        : objective === 'worst-off'
          ? bonus[mentee] === gap
          : Number.isSafeInteger(bonus[mentee]) && isStep(mentee, present[n - 1])
    if (!right) found.push({ rule: 'bonus', detail: `bonus is ${bonus[mentee]}`, mentee })
  }

  function isStep(mentee: number, before: number | undefined): boolean {
    if (before === undefined) return bonus[mentee] >= gap
    const longer = waitingDays !== undefined && waitingDays[mentee] > waitingDays[before]
    return longer ? bonus[mentee] >= bonus[before] + gap : bonus[mentee] === bonus[before]
  }
}

function checkPrices({ price, surplus }: AssignmentSolution, free: Free, found: Violation[]): void {
  for (let mentor = 0; mentor < price.length; mentor++) {
    if (!(Number.isSafeInteger(price[mentor]) && price[mentor] >= 0)) {
      found.push({ rule: 'price', detail: `price is ${price[mentor]}`, mentor })
    }
    if (price[mentor] !== 0 && free.taken[mentor] < free.capacity[mentor]) {
      found.push({ rule: 'price', detail: 'a price although there is a free place', mentor })
    }
  }
  for (let mentee = 0; mentee < surplus.length; mentee++) {
    if (free.locked[mentee] !== 0) continue
    if (!(Number.isSafeInteger(surplus[mentee]) && surplus[mentee] >= 0)) {
      found.push({ rule: 'surplus', detail: `surplus is ${surplus[mentee]}`, mentee })
    }
  }
}

/** Starts looking for pairs worth more than price + surplus. */
function findPairsAbove(
  pairs: PairsToCheck,
  { price, surplus, bonus, least }: AssignmentSolution,
  { locked }: Free,
): () => Int32Array {
  const floor = Float64Array.from(surplus, (ownFloor, mentee) => {
    return locked[mentee] === 0 ? ownFloor - bonus[mentee] : Number.POSITIVE_INFINITY
  })
  return findAbove(pairs, price, floor, least)
}

/**
 * Completes the answer of `pairs.findAbove`: -1 where nothing need be checked, NOT_CHECKED where an entry
 * is missing.
 */
function findAbove(
  pairs: PairsToCheck,
  price: Float64Array,
  floor: Float64Array,
  least: number,
): () => Int32Array {
  const findAll = pairs.findAbove(price, floor, least)
  return () => {
    const above = findAll()
    return Int32Array.from(floor, (ownFloor, mentee) =>
      ownFloor === Number.POSITIVE_INFINITY ? -1 : (above[mentee] ?? NOT_CHECKED),
    )
  }
}

function report(above: Int32Array, rule: Rule, detail: string, found: Violation[]): void {
  above.forEach((mentor, mentee) => {
    if (mentor >= 0) found.push({ rule, detail, mentee, mentor })
    else if (mentor !== -1) found.push({ rule, detail: 'this mentee was not checked', mentee })
  })
}

/** Sums can exceed 2^53 under `coverage`, so they are kept in two exact halves. */
function checkSums(solution: AssignmentSolution, free: Free, found: Violation[]): void {
  const { price, surplus, bonus, mentorOf, pairValue } = solution
  const half = 2 ** 26
  let high = 0
  let low = 0
  const add = (amount: number, times: number): void => {
    const upper = Math.trunc(amount / half)
    high += upper * times
    low += (amount - upper * half) * times
  }
  let total = 0
  let matched = 0
  for (let mentor = 0; mentor < price.length; mentor++) add(price[mentor], free.capacity[mentor])
  for (let mentee = 0; mentee < surplus.length; mentee++) {
    if (mentorOf[mentee] !== -1) {
      matched++
      total += pairValue[mentee]
    }
    if (free.locked[mentee] !== 0) continue
    add(surplus[mentee], 1)
    if (mentorOf[mentee] !== -1) add(-bonus[mentee] - pairValue[mentee], 1)
  }
  const sums = Number.isSafeInteger(high) && Number.isSafeInteger(low)
  const excess = sums ? BigInt(high) * BigInt(half) + BigInt(low) : undefined
  if (excess !== 0n) {
    found.push({ rule: 'equality', detail: `prices and surpluses exceed the total by ${excess}` })
  }
  if (matched !== solution.matched) found.push({ rule: 'figures', detail: `matched is ${matched}` })
  if (total !== solution.total) found.push({ rule: 'figures', detail: `total is ${total}` })
  if (total !== solution.bound) found.push({ rule: 'figures', detail: `the bound is ${total}` })
}

/**
 * `worst-off`: a cover as small as the number matched proves that number; a smaller cover of the pairs
 * above the least value proves that the least value cannot be higher.
 */
function checkCovers(
  pairs: PairsToCheck,
  solution: AssignmentSolution,
  free: Free,
  found: Violation[],
): void {
  const { covers, least, mentorOf } = solution
  let matched = 0
  for (let j = 0; j < mentorOf.length; j++) if (mentorOf[j] >= 0 && free.locked[j] === 0) matched++
  if (!covers) {
    found.push({ rule: 'cover', detail: 'the covers are missing' })
    return
  }
  const size = coverSize(covers.matched)
  if (size !== matched) found.push({ rule: 'cover', detail: `${size} cover all pairs` })
  checkCovered(covers.matched, 1)
  if (matched === 0) return
  const above = coverSize(covers.least)
  if (above >= matched) found.push({ rule: 'cover', detail: `${above} cover the pairs above` })
  checkCovered(covers.least, least + 1)

  function coverSize(cover: { mentee: Uint8Array; mentor: Uint8Array }): number {
    let sum = 0
    for (let i = 0; i < pairs.mentorCount; i++) if (cover.mentor[i]) sum += free.capacity[i]
    for (let j = 0; j < pairs.menteeCount; j++) if (cover.mentee[j]) sum++
    return sum
  }

  function checkCovered(cover: { mentee: Uint8Array; mentor: Uint8Array }, from: number): void {
    // Mentors in the cover are priced out; any mentor still found is not covered.
    const price = Float64Array.from({ length: pairs.mentorCount }, (_, i) =>
      cover.mentor[i] ? 2 * HIGHEST : 0,
    )
    const floor = Float64Array.from({ length: pairs.menteeCount }, (_, mentee) =>
      free.locked[mentee] !== 0 || cover.mentee[mentee] ? Number.POSITIVE_INFINITY : 0,
    )
    report(findAbove(pairs, price, floor, from)(), 'cover', 'not covered', found)
  }
}

/** A graph in memory, read without an index. */
export function graphToCheck(graph: PairGraph): PairsToCheck {
  const { start, mentor, value } = graph
  return {
    menteeCount: graph.menteeCount,
    mentorCount: graph.mentorCount,
    value(mentee, wanted) {
      const at = mentor.subarray(start[mentee], start[mentee + 1]).indexOf(wanted)
      return at < 0 ? 0 : value[start[mentee] + at]
    },
    findAbove(price, floor, least) {
      const aboveFloor = (ownFloor: number, mentee: number): number => {
        if (ownFloor === Number.POSITIVE_INFINITY) return -1
        for (let at = start[mentee]; at < start[mentee + 1]; at++) {
          if (value[at] - price[mentor[at]] > ownFloor && value[at] >= least) return mentor[at]
        }
        return -1
      }
      return () => Int32Array.from(floor, aboveFloor)
    },
  }
}
