/*
 * One person or place more, less or changed, from the prices of the last solution: the result is
 * as exact as solving again, and takes one shortest path.
 *
 * A mentee who comes is one path of shortest-path.ts. A place that falls free is the mirror image: the
 * hole wanders from mentor to mentor along tight pairs to whoever is worth most in it, and prices
 * fall on the way (the reverse auction's step, Bertsekas & Castañon 1992, as a shortest path).
 */
import { assign } from './assign.ts'
import { type Assigned, chain, unchain } from './assigned.ts'
import { MAX_VALUE, type Row, type RowQuery } from './graph.ts'
import type { LivePairs } from './live-pairs.ts'
import { type AssignmentSolution, readSolution } from './objectives.ts'
import { forgetRow } from './row-pool.ts'
import { augment, forgetDistances, pop, push } from './shortest-path.ts'

/** A solution that is kept up to date. */
export interface Standing {
  pairs: LivePairs
  objective: 'score' | 'coverage'
  state: Assigned
  gap: number
  /** Per mentee: the surplus without the bonus; no pair's value exceeds price + asking. */
  asking: Float64Array
  query: RowQuery
  row: Row
}

export interface StandingInput {
  pairs: LivePairs
  /** Free places per mentor. */
  capacity: Int32Array
  objective: 'score' | 'coverage'
  /** For `coverage`; whole days, 0 or more. */
  waitingDays?: Int32Array
  /** Mentees who are not here yet (1): numbers to spare. */
  absent?: Uint8Array
}

/** A mentee who is not here asks for more than anyone can pay. */
const NEVER = Number.MAX_SAFE_INTEGER

export function openStanding(input: StandingInput): Standing {
  const { pairs, objective, waitingDays } = input
  const mentees = pairs.rows.bidderCount
  const absent = input.absent?.slice() ?? new Uint8Array(mentees)
  // The gap is made for everyone who might ever be here, so that it need not change.
  const gap = mentees * MAX_VALUE + 1
  const bonus = new Float64Array(mentees)
  for (let j = 0; j < mentees; j++) {
    bonus[j] = objective === 'score' ? 0 : bonusFor(gap, waitingDays?.[j] ?? 0)
  }
  const capacity = input.capacity.slice()
  const state = assign({ rows: pairs.rows, capacity, bonus, absent })
  const standing: Standing = {
    pairs,
    objective,
    state,
    gap,
    asking: new Float64Array(mentees),
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
  for (let j = 0; j < mentees; j++) ask(standing, j)
  return standing
}

function bonusFor(gap: number, days: number): number {
  const bonus = gap * (days + 1)
  if (!(days >= 0) || 4 * (bonus + MAX_VALUE) >= 2 ** 53) {
    throw new RangeError(`A waiting time of ${days} days is out of range`)
  }
  return bonus
}

/** Someone new, whose pairs have been set; the number must have been absent. */
export function addMentee(standing: Standing, mentee: number, waitingDays = 0): void {
  const { state } = standing
  if (state.absent[mentee] === 0) throw new RangeError(`Mentee ${mentee} is here already`)
  state.absent[mentee] = 0
  if (standing.objective === 'coverage') state.bonus[mentee] = bonusFor(standing.gap, waitingDays)
  forgetRow(state, mentee)
  seat(standing, mentee)
}

export function removeMentee(standing: Standing, mentee: number): void {
  const mentor = unseat(standing, mentee)
  standing.state.absent[mentee] = 1
  ask(standing, mentee)
  if (mentor >= 0) fillHole(standing, mentor)
}

/** A proposal becomes a match: mentee and place go, and what is left is still best. */
export function confirmMatch(standing: Standing, mentee: number): void {
  const { state } = standing
  const mentor = unseat(standing, mentee)
  if (mentor < 0) throw new RangeError(`Mentee ${mentee} has no proposal to confirm`)
  state.absent[mentee] = 1
  state.capacity[mentor]--
  ask(standing, mentee)
}

export function addPlace(standing: Standing, mentor: number): void {
  standing.state.capacity[mentor]++
  fillHole(standing, mentor)
}

export function removePlace(standing: Standing, mentor: number): void {
  const { state } = standing
  if (state.capacity[mentor] === 0) throw new RangeError(`Mentor ${mentor} has no place to lose`)
  state.capacity[mentor]--
  if (state.used[mentor] <= state.capacity[mentor]) return
  const mentee = state.first[mentor]
  unseat(standing, mentee)
  seat(standing, mentee)
}

/** Another value for a pair, or none (0): vetoed, declined, or no longer feasible. */
export function changePair(
  standing: Standing,
  mentee: number,
  mentor: number,
  value: number,
): void {
  const { pairs, state, asking } = standing
  const present = state.absent[mentee] === 0
  const theirs = present && state.mate[mentee] === mentor
  const harmless = theirs
    ? value >= state.mateValue[mentee]
    : !present || value === 0 || value - state.price[mentor] <= asking[mentee]
  const left = harmless ? -1 : unseat(standing, mentee)
  pairs.set(mentee, mentor, value)
  forgetRow(state, mentee)
  if (harmless) {
    if (theirs) state.mateValue[mentee] = value
    ask(standing, mentee)
    return
  }
  // First the hole, at prices that hold without the mentee; then the mentee comes anew.
  state.absent[mentee] = 1
  ask(standing, mentee)
  if (left >= 0) fillHole(standing, left)
  state.absent[mentee] = 0
  seat(standing, mentee)
}

/** The solution as it stands, in the form the certificate is checked in. */
export function readStanding(standing: Standing): AssignmentSolution {
  const { objective, state, asking, gap } = standing
  const surplus = asking.map((asked, j) => (state.absent[j] === 0 ? asked + state.bonus[j] : 0))
  return readSolution(objective, { ...state, surplus }, [], gap)
}

function unseat({ state }: Standing, mentee: number): number {
  const mentor = state.mate[mentee]
  if (mentor < 0) return -1
  unchain(state, mentee, mentor)
  state.used[mentor]--
  state.mate[mentee] = -1
  state.mateValue[mentee] = 0
  return mentor
}

/** Finds a mentor for a mentee who is here and has none. */
function seat(standing: Standing, mentee: number): void {
  const { state } = standing
  const { search } = state
  augment(state, mentee)
  for (let n = 0; n < search.doneCount; n++) askAll(standing, search.done[n])
  if (search.endColumn >= 0) askAll(standing, search.endColumn)
  if (search.endBidder >= 0) ask(standing, search.endBidder)
  ask(standing, mentee)
}

function askAll(standing: Standing, mentor: number): void {
  const { first, next } = standing.state
  for (let j = first[mentor]; j >= 0; j = next[j]) ask(standing, j)
}

/**
 * What a mentor would have to offer a mentee, in value: the surplus without the bonus. A pair's
 * value never exceeds price + asking, and whoever is unplaced has a surplus of 0.
 */
function ask({ state, asking }: Standing, mentee: number): void {
  const { absent, mate, mateValue, price, bonus } = state
  const mentor = mate[mentee]
  if (absent[mentee] !== 0) asking[mentee] = NEVER
  else if (mentor < 0) asking[mentee] = -bonus[mentee]
  else asking[mentee] = mateValue[mentee] - price[mentor]
}

/**
 * A mentor has a free place and may still have a price. Dijkstra over the mentors to whom the
 * hole could wander: each pulls a mentee from the next. It ends with someone unplaced, or at a
 * mentor who keeps the hole and whose price falls to 0.
 */
function fillHole(standing: Standing, start: number): void {
  const { state } = standing
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
    pull(standing, mentor, distance)
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
  let hole = search.endColumn
  if (search.endBidder >= 0) {
    // Take in the newcomer; the one who goes on to the next hole leaves below.
    place(state, search.endBidder, hole, search.endValue)
    used[start]++
  } else if (hole !== start) {
    used[hole]--
    used[start]++
  }
  while (hole !== start) {
    const mover = search.from[hole]
    const to = search.toColumn[hole]
    unchain(state, mover, mate[mover])
    place(state, mover, to, search.fromValue[hole])
    hole = to
  }
  for (let n = 0; n < search.doneCount; n++) askAll(standing, search.done[n])
}

function place(state: Assigned, mentee: number, mentor: number, value: number): void {
  state.mate[mentee] = mentor
  state.mateValue[mentee] = value
  chain(state, mentee, mentor)
}

/** Reaches every mentor from whom this one could pull a mentee into its hole. */
function pull(standing: Standing, mentor: number, distance: number): void {
  const { pairs, state, asking, query, row } = standing
  const { search, mate, price } = state
  const reachable = distance + price[mentor]
  query.bidder = mentor
  query.price = asking
  query.limit = row.column.length
  // Of no use: anyone for whom the way would be no shorter than the best end so far.
  query.floor = reachable - search.best
  pairs.columns.fill(query, row)
  if (row.cut > query.floor) {
    row.column = new Int32Array(2 * query.limit)
    row.value = new Int32Array(2 * query.limit)
    pull(standing, mentor, distance)
    return
  }
  for (let k = 0; k < row.count; k++) {
    const mentee = row.column[k]
    const from = mate[mentee]
    if (from === mentor) continue
    const there = reachable - row.value[k] + asking[mentee]
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
