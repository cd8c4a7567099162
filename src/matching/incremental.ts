/*
 * Keeps a solution optimal when a person, a place or a pair is added, removed or changed: one shortest path
 * from the prices of the last solution, as exact as solving again.
 *
 * A new mentee is one path of shortest-path.ts. A vacancy is the mirror image: it moves from mentor to
 * mentor along tight pairs to the mentee worth most in it, and prices fall on the way (the step of the
 * reverse auction, Bertsekas & Castañon 1992, as a shortest path).
 */
import { assign } from './assign.ts'
import { type Assigned, linkBidder, unlinkBidder } from './assigned.ts'
import { MAX_VALUE, type Row, type RowQuery } from './graph.ts'
import type { LivePairs } from './live-pairs.ts'
import { type AssignmentSolution, readSolution } from './objectives.ts'
import { invalidateRow } from './row-pool.ts'
import { augment, forgetDistances, pop, push } from './shortest-path.ts'

/** A solution that is kept optimal through changes. */
export interface LiveSolution {
  pairs: LivePairs
  objective: 'score' | 'coverage'
  state: Assigned
  gap: number
  /** Per mentee: surplus - bonus; every pair has value <= price + netSurplus. */
  netSurplus: Float64Array
  query: RowQuery
  row: Row
}

export interface LiveSolutionInput {
  pairs: LivePairs
  /** Free places per mentor. */
  capacity: Int32Array
  objective: 'score' | 'coverage'
  /** For `coverage`; whole days, 0 or more. */
  waitingDays?: Int32Array
  /** 1 for numbers reserved for mentees who may be added later. */
  absent?: Uint8Array
}

/** The net surplus of an absent mentee: above every possible value. */
const NEVER = Number.MAX_SAFE_INTEGER

export function openLiveSolution(input: LiveSolutionInput): LiveSolution {
  const { pairs, objective, waitingDays } = input
  const mentees = pairs.rows.bidderCount
  const absent = input.absent?.slice() ?? new Uint8Array(mentees)
  // Sized for all mentees ever present, so that it need not change.
  const gap = mentees * MAX_VALUE + 1
  const bonus = new Float64Array(mentees)
  for (let j = 0; j < mentees; j++) {
    bonus[j] = objective === 'score' ? 0 : bonusFor(gap, waitingDays?.[j] ?? 0)
  }
  const capacity = input.capacity.slice()
  const state = assign({ rows: pairs.rows, capacity, bonus, absent })
  const solution: LiveSolution = {
    pairs,
    objective,
    state,
    gap,
    netSurplus: new Float64Array(mentees),
    query: {
      bidder: 0,
      price: new Float64Array(0),
      hasNegative: true,
      floor: 0,
      least: 1,
      limit: 16,
    },
    row: { count: 0, cut: 0, column: new Int32Array(16), value: new Int32Array(16) },
  }
  for (let j = 0; j < mentees; j++) updateNetSurplus(solution, j)
  return solution
}

function bonusFor(gap: number, days: number): number {
  const bonus = gap * (days + 1)
  if (!(days >= 0) || 4 * (bonus + MAX_VALUE) >= 2 ** 53) {
    throw new RangeError(`A waiting time of ${days} days is out of range`)
  }
  return bonus
}

/** Adds a mentee whose pairs have been set. Throws a RangeError if the mentee is present already. */
export function addMentee(solution: LiveSolution, mentee: number, waitingDays = 0): void {
  const { state } = solution
  if (state.absent[mentee] === 0) throw new RangeError(`Mentee ${mentee} is here already`)
  state.absent[mentee] = 0
  if (solution.objective === 'coverage') state.bonus[mentee] = bonusFor(solution.gap, waitingDays)
  invalidateRow(state, mentee)
  assignMentee(solution, mentee)
}

export function removeMentee(solution: LiveSolution, mentee: number): void {
  const mentor = unassignMentee(solution, mentee)
  solution.state.absent[mentee] = 1
  updateNetSurplus(solution, mentee)
  if (mentor >= 0) fillVacancy(solution, mentor)
}

/** Removes a mentee and its place, as a match. Throws a RangeError if the mentee has no proposal. */
export function confirmMatch(solution: LiveSolution, mentee: number): void {
  const { state } = solution
  const mentor = unassignMentee(solution, mentee)
  if (mentor < 0) throw new RangeError(`Mentee ${mentee} has no proposal to confirm`)
  state.absent[mentee] = 1
  state.capacity[mentor]--
  updateNetSurplus(solution, mentee)
}

export function addPlace(solution: LiveSolution, mentor: number): void {
  solution.state.capacity[mentor]++
  fillVacancy(solution, mentor)
}

export function removePlace(solution: LiveSolution, mentor: number): void {
  const { state } = solution
  if (state.capacity[mentor] === 0) throw new RangeError(`Mentor ${mentor} has no place to lose`)
  state.capacity[mentor]--
  if (state.used[mentor] <= state.capacity[mentor]) return
  const mentee = state.first[mentor]
  unassignMentee(solution, mentee)
  assignMentee(solution, mentee)
}

/** Sets the value of a pair; 0 for one that is vetoed, declined or no longer feasible. */
export function changePair(
  solution: LiveSolution,
  mentee: number,
  mentor: number,
  value: number,
): void {
  const { pairs, state, netSurplus } = solution
  const isPresent = state.absent[mentee] === 0
  const isProposed = isPresent && state.mate[mentee] === mentor
  const keepsAssignment = isProposed
    ? value >= state.mateValue[mentee]
    : !isPresent || value === 0 || value - state.price[mentor] <= netSurplus[mentee]
  const left = keepsAssignment ? -1 : unassignMentee(solution, mentee)
  pairs.set(mentee, mentor, value)
  invalidateRow(state, mentee)
  if (keepsAssignment) {
    if (isProposed) state.mateValue[mentee] = value
    updateNetSurplus(solution, mentee)
    return
  }
  // Fill the vacancy at prices that hold without the mentee, then add the mentee again.
  state.absent[mentee] = 1
  updateNetSurplus(solution, mentee)
  if (left >= 0) fillVacancy(solution, left)
  state.absent[mentee] = 0
  assignMentee(solution, mentee)
}

/** The current solution in the form the certificate checks. */
export function readLiveSolution(solution: LiveSolution): AssignmentSolution {
  const { objective, state, netSurplus, gap } = solution
  const surplus = netSurplus.map((asked, j) => (state.absent[j] === 0 ? asked + state.bonus[j] : 0))
  return readSolution(objective, { ...state, surplus }, [], gap)
}

function unassignMentee({ state }: LiveSolution, mentee: number): number {
  const mentor = state.mate[mentee]
  if (mentor < 0) return -1
  unlinkBidder(state, mentee, mentor)
  state.used[mentor]--
  state.mate[mentee] = -1
  state.mateValue[mentee] = 0
  return mentor
}

/** Finds a mentor for a mentee who is present and unplaced. */
function assignMentee(solution: LiveSolution, mentee: number): void {
  const { state } = solution
  const { search } = state
  augment(state, mentee)
  for (let n = 0; n < search.doneCount; n++) updateNetSurpluses(solution, search.done[n])
  if (search.endColumn >= 0) updateNetSurpluses(solution, search.endColumn)
  if (search.endBidder >= 0) updateNetSurplus(solution, search.endBidder)
  updateNetSurplus(solution, mentee)
}

function updateNetSurpluses(solution: LiveSolution, mentor: number): void {
  const { first, next } = solution.state
  for (let j = first[mentor]; j >= 0; j = next[j]) updateNetSurplus(solution, j)
}

/** Sets surplus - bonus from the mentee's pair; an unplaced mentee has surplus 0. */
function updateNetSurplus({ state, netSurplus }: LiveSolution, mentee: number): void {
  const { absent, mate, mateValue, price, bonus } = state
  const mentor = mate[mentee]
  if (absent[mentee] !== 0) netSurplus[mentee] = NEVER
  else if (mentor < 0) netSurplus[mentee] = -bonus[mentee]
  else netSurplus[mentee] = mateValue[mentee] - price[mentor]
}

/**
 * Dijkstra from a mentor who has a free place and may have a price, over the mentors the vacancy could move
 * to by pulling a mentee from the next one. It ends at an unplaced mentee, or at a mentor who keeps the
 * vacancy and whose price falls to 0.
 */
function fillVacancy(solution: LiveSolution, start: number): void {
  const { state } = solution
  const { search, price, used, mate } = state
  if (price[start] === 0 || used[start] >= state.capacity[start]) return
  search.doneCount = 0
  search.heapSize = 0
  search.best = price[start]
  search.endColumn = start
  search.endBidder = -1
  search.distance[start] = 0
  push(search, 0, start)
  while (search.heapSize > 0 && search.heapKey[0] < search.best) {
    const distance = search.heapKey[0]
    const mentor = pop(search)
    if (distance > search.distance[mentor]) continue
    search.done[search.doneCount++] = mentor
    pull(solution, mentor, distance)
  }
  let drop = 0
  for (let n = 0; n < search.doneCount; n++) {
    const mentor = search.done[n]
    const fall = search.best - search.distance[mentor]
    price[mentor] -= fall
    if (fall > drop) drop = fall
  }
  forgetDistances(search)
  state.dropped += drop
  state.version++
  let vacancy = search.endColumn
  if (search.endBidder >= 0) {
    // Place the unplaced mentee; the loop below moves the others.
    place(state, search.endBidder, vacancy, search.endValue)
    used[start]++
  } else if (vacancy !== start) {
    used[vacancy]--
    used[start]++
  }
  while (vacancy !== start) {
    const mover = search.from[vacancy]
    const to = search.toColumn[vacancy]
    unlinkBidder(state, mover, mate[mover])
    place(state, mover, to, search.fromValue[vacancy])
    vacancy = to
  }
  for (let n = 0; n < search.doneCount; n++) updateNetSurpluses(solution, search.done[n])
}

function place(state: Assigned, mentee: number, mentor: number, value: number): void {
  state.mate[mentee] = mentor
  state.mateValue[mentee] = value
  linkBidder(state, mentee, mentor)
}

/** Relaxes every mentor this one could pull a mentee from. */
function pull(solution: LiveSolution, mentor: number, distance: number): void {
  const { pairs, state, netSurplus, query, row } = solution
  const { search, mate, price } = state
  const reachable = distance + price[mentor]
  query.bidder = mentor
  query.price = netSurplus
  query.limit = row.column.length
  // Excludes mentees whose path would be no shorter than the best end so far.
  query.floor = reachable - search.best
  pairs.columns.fill(query, row)
  if (row.cut > query.floor) {
    row.column = new Int32Array(2 * query.limit)
    row.value = new Int32Array(2 * query.limit)
    pull(solution, mentor, distance)
    return
  }
  for (let k = 0; k < row.count; k++) {
    const mentee = row.column[k]
    const from = mate[mentee]
    if (from === mentor) continue
    const there = reachable - row.value[k] + netSurplus[mentee]
    if (there >= search.best) continue
    if (from < 0) {
      search.best = there
      search.endColumn = mentor
      search.endBidder = mentee
      search.endValue = row.value[k]
      continue
    }
    if (there >= search.distance[from]) continue
    search.distance[from] = there
    search.from[from] = mentee
    search.fromValue[from] = row.value[k]
    search.toColumn[from] = mentor
    push(search, there, from)
    if (there + price[from] < search.best) {
      search.best = there + price[from]
      search.endColumn = from
      search.endBidder = -1
    }
  }
}
