/*
 * Chooses between equally good assignments.
 *
 * Given prices that prove one assignment optimal, every optimal assignment uses only tight pairs (value +
 * bonus = price + surplus), places every mentee with a surplus, and fills every mentor with a price
 * (complementary slackness). So the choice is made within that small graph at no loss:
 *
 * 1. Of the mentees who may stay unplaced, place the longest waiting first, then the lower number.
 *    The sets that can be placed together form a matroid, so the greedy choice is optimal; mentors
 *    with a price can still be filled (Mendelsohn & Dulmage 1958).
 * 2. For the mentees so chosen, keep as many pairs of an earlier run as possible: one more exact
 *    assignment, in which an earlier pair counts 1 more than another.
 */
import { assign } from './assign.ts'
import type { Assigned } from './assigned.ts'
import { maximumMatching } from './cardinality.ts'
import { graphRows, type PairGraph, type Row, transposeGraph } from './graph.ts'

/** A solved problem; `settleTies` changes `mate` and `mateValue` in place. */
export type Solved = Pick<
  Assigned,
  'rows' | 'capacity' | 'bonus' | 'least' | 'absent' | 'mate' | 'mateValue' | 'price'
> & { surplus: Float64Array }

export function settleTies(solved: Solved, waitingDays?: Int32Array, earlier?: Int32Array): void {
  const order = byWaiting(solved, waitingDays)
  let tight: PairGraph | undefined
  if (hasUnfairTie(solved, order)) {
    tight = tightGraph(solved)
    placeLongestWaiting(solved, tight, order)
  }
  if (earlier && losesEarlier(solved, earlier)) {
    tight ??= tightGraph(solved)
    keepEarlier(solved, tight, earlier)
  }
}

/** Mentees who may stay unplaced, longest wait first. */
function byWaiting(solved: Solved, waitingDays: Int32Array | undefined): Int32Array {
  const { surplus, absent } = solved
  const order: number[] = []
  for (let j = 0; j < surplus.length; j++) if (absent[j] === 0 && surplus[j] === 0) order.push(j)
  if (waitingDays) order.sort((a, b) => waitingDays[b] - waitingDays[a] || a - b)
  return Int32Array.from(order)
}

/** Fetches all tight pairs of a mentee, doubling the limit until none is left out. */
function openTightRows(solved: Solved): (mentee: number) => Row {
  const { rows, surplus, bonus, price, least } = solved
  let limit = 16
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(limit),
    value: new Int32Array(limit),
  }
  return (mentee) => {
    for (;;) {
      // No pair exceeds the surplus, so pairs above one less are tight.
      const floor = surplus[mentee] - bonus[mentee] - 1
      rows.fill({ bidder: mentee, price, floor, least, limit }, row)
      if (row.cut <= floor) return row
      limit *= 2
      row.column = new Int32Array(limit)
      row.value = new Int32Array(limit)
    }
  }
}

/**
 * Whether an unplaced mentee could take, at no loss, a free place or that of a mentee who waited less.
 * Searched in order of waiting: a region whose mentees all waited longer is of no use to later mentees
 * either, so no mentee is visited twice.
 */
function hasUnfairTie(solved: Solved, order: Int32Array): boolean {
  const { mate, capacity, surplus, bonus } = solved
  const unplaced = order.filter((j) => mate[j] < 0)
  if (unplaced.length === 0) return false
  // If every mentee has a bonus, placing one more is no tie: one must give way.
  if (unplaced.length === order.length && bonus.some((b) => b > 0)) return false
  const rank = new Int32Array(mate.length)
  for (let n = 0; n < order.length; n++) rank[order[n]] = n
  const places = holders(solved)
  const tightRow = openTightRows(solved)
  const seen = new Uint8Array(capacity.length)
  const queue: number[] = []
  for (const mentee of unplaced) {
    queue.push(mentee)
    for (let bidder = queue.pop(); bidder !== undefined; bidder = queue.pop()) {
      const row = tightRow(bidder)
      for (let k = 0; k < row.count; k++) {
        const mentor = row.column[k]
        if (seen[mentor] !== 0) continue
        seen[mentor] = 1
        const from = places.start[mentor]
        const to = places.start[mentor + 1]
        if (to - from < capacity[mentor]) return true
        for (let at = from; at < to; at++) {
          const holder = places.mentee[at]
          if (surplus[holder] === 0 && rank[holder] > rank[mentee]) return true
          queue.push(holder)
        }
      }
    }
  }
  return false
}

/** The mentees of each mentor, in one array. */
function holders({ mate, capacity }: Solved): { start: Int32Array; mentee: Int32Array } {
  const start = new Int32Array(capacity.length + 1)
  for (let j = 0; j < mate.length; j++) if (mate[j] >= 0) start[mate[j] + 1]++
  for (let i = 0; i < capacity.length; i++) start[i + 1] += start[i]
  const next = start.slice()
  const mentee = new Int32Array(start[capacity.length])
  for (let j = 0; j < mate.length; j++) if (mate[j] >= 0) mentee[next[mate[j]]++] = j
  return { start, mentee }
}

function tightGraph(solved: Solved): PairGraph {
  const { mate, capacity, absent } = solved
  const tightRow = openTightRows(solved)
  const start = new Int32Array(mate.length + 1)
  let mentor = new Int32Array(4 * mate.length + 16)
  let value = new Int32Array(mentor.length)
  let end = 0
  for (let j = 0; j < mate.length; j++) {
    if (absent[j] === 0) {
      const row = tightRow(j)
      if (end + row.count > mentor.length) {
        const length = 2 * (end + row.count)
        mentor = extended(mentor, length)
        value = extended(value, length)
      }
      for (let k = 0; k < row.count; k++) {
        mentor[end] = row.column[k]
        value[end++] = row.value[k]
      }
    }
    start[j + 1] = end
  }
  return {
    menteeCount: mate.length,
    mentorCount: capacity.length,
    start,
    mentor: mentor.subarray(0, end),
    value: value.subarray(0, end),
  }
}

function extended(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length)
  longer.set(array)
  return longer
}

function placeLongestWaiting(solved: Solved, tight: PairGraph, order: Int32Array): void {
  const { mate, surplus, capacity, absent } = solved
  const rows = graphRows(tight)
  const start = mate.map((mentor, j) => (surplus[j] > 0 ? mentor : -1))
  const placed = maximumMatching({ rows, capacity, least: 1, absent, order, start })
  mate.set(placed.mate)
  fillPriced(solved, tight)
  readValues(solved)
}

/**
 * Fills every mentor with a price from mentors without one, along tight pairs; the set of placed mentees
 * stays the same. Always possible by Mendelsohn & Dulmage's theorem, as the initial assignment filled them
 * all.
 */
function fillPriced(solved: Solved, tight: PairGraph): void {
  const { mate, price, capacity } = solved
  const used = new Int32Array(capacity.length)
  for (let j = 0; j < mate.length; j++) if (mate[j] >= 0) used[mate[j]]++
  let lists: PairGraph | undefined
  for (let mentor = 0; mentor < capacity.length; mentor++) {
    while (price[mentor] > 0 && used[mentor] < capacity[mentor]) {
      lists ??= transposeGraph(tight)
      const giver = pullMentee(solved, lists, mentor)
      if (giver < 0) throw new Error(`Mentor ${mentor} has a price and cannot be filled`)
      used[giver]--
      used[mentor]++
    }
  }
}

/**
 * Breadth-first search: moves mentees along a path from a mentor without a price to this one. Returns that
 * mentor, or -1.
 */
function pullMentee({ mate, price }: Solved, lists: PairGraph, mentor: number): number {
  const pulled = new Int32Array(price.length).fill(-1)
  const puller = new Int32Array(price.length)
  const queue = [mentor]
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head]
    for (let at = lists.start[here]; at < lists.start[here + 1]; at++) {
      const mentee = lists.mentor[at]
      const other = mate[mentee]
      if (other < 0 || other === mentor || pulled[other] >= 0) continue
      pulled[other] = mentee
      puller[other] = here
      if (price[other] > 0) {
        queue.push(other)
        continue
      }
      for (let from = other; from !== mentor; from = puller[from]) mate[pulled[from]] = puller[from]
      return other
    }
  }
  return -1
}

function readValues({ rows, mate, mateValue }: Solved): void {
  for (let j = 0; j < mate.length; j++) mateValue[j] = mate[j] < 0 ? 0 : rows.value(j, mate[j])
}

/** Whether a placed mentee could keep an earlier pair at no loss but does not. */
function losesEarlier(solved: Solved, earlier: Int32Array): boolean {
  const { rows, mate, surplus, bonus, price, least } = solved
  for (let j = 0; j < mate.length; j++) {
    const before = earlier[j]
    if (mate[j] < 0 || before < 0 || before >= price.length || before === mate[j]) continue
    const value = rows.value(j, before)
    if (value >= least && value + bonus[j] - price[before] === surplus[j]) return true
  }
  return false
}

function keepEarlier(solved: Solved, tight: PairGraph, earlier: Int32Array): void {
  const { mate, price, capacity } = solved
  let placed = 0
  for (let j = 0; j < mate.length; j++) if (mate[j] >= 0) placed++
  // Filling a mentor with a price outweighs any number of earlier pairs.
  const filling = placed + 1
  const value = new Int32Array(tight.mentor.length)
  for (let j = 0; j < mate.length; j++) {
    for (let at = tight.start[j]; at < tight.start[j + 1]; at++) {
      const mentor = tight.mentor[at]
      value[at] = 1 + (earlier[j] === mentor ? 1 : 0) + (price[mentor] > 0 ? filling : 0)
    }
  }
  const bonus = new Float64Array(mate.length)
  const absent = new Uint8Array(mate.length)
  for (let j = 0; j < mate.length; j++) {
    if (mate[j] >= 0) bonus[j] = placed * (filling + 3) + 1
    else absent[j] = 1
  }
  const rows = graphRows({ ...tight, value })
  mate.set(assign({ rows, capacity, bonus, absent }).mate)
  readValues(solved)
}
