/*
 * The most pairs that can be made at all, and why it cannot be one more.
 *
 * Augmenting paths depth first, looking for a free place in a row before going on from its holders;
 * a search that fails has closed a region (its mentors are full with its mentees, who know nobody
 * else), so that no later search need enter it. The closed
 * regions give a smallest cover (Kőnig 1931), which proves the number. Mentees are taken in the
 * order given, and one who is in stays in: the mentees who can be placed together form a
 * transversal matroid (Edmonds & Fulkerson 1965), so this greedy is lexicographically best.
 */
import { FIRST_LIMIT } from './first-rows.ts'
import type { RowSource } from './graph.ts'

export interface MostPairs {
  mate: Int32Array
  size: number
  /** Mentors whose places, and mentees who, together touch every pair; `size` of them. */
  mentorCover: Uint8Array
  menteeCover: Uint8Array
  /** Whose search closed the mentor: the first in order who stayed out for want of its places. */
  closedBy: Int32Array
}

export interface MostPairsInput {
  rows: RowSource
  capacity: Int32Array
  /** Only pairs of at least this value. */
  least: number
  absent: Uint8Array
  /** The mentees in the order in which they are to be placed. */
  order: Int32Array
  /** Pairs to start from, all of at least the value; -1 for none. */
  start?: Int32Array
}

/** Above every value: a mentor at this price is not wanted. */
export const CLOSED = 4_000_000
/** So many mentors are asked for at a time: often one of the first is free. */
const ROOM = 16

export function matchMost(input: MostPairsInput): MostPairs {
  const { rows, capacity, least, absent, order } = input
  const mentees = rows.bidderCount
  const mentors = rows.columnCount
  const mate = new Int32Array(mentees).fill(-1)
  const first = new Int32Array(mentors).fill(-1)
  const next = new Int32Array(mentees)
  const used = new Int32Array(mentors)
  const closed = new Float64Array(mentors)
  for (let i = 0; i < mentors; i++) if (capacity[i] === 0) closed[i] = CLOSED
  const from = new Int32Array(mentors)
  const stack = new Int32Array(mentees)
  const seen = new Int32Array(mentors)
  const openMentors = rows.unpriced ?? unpricedByFilling(rows)
  const reached = new Int32Array(ROOM)
  const closedBy = new Int32Array(mentors).fill(-1)
  let size = 0
  const settle = (mentee: number, mentor: number): void => {
    mate[mentee] = mentor
    next[mentee] = first[mentor]
    first[mentor] = mentee
  }
  const release = (mentee: number, mentor: number): void => {
    if (first[mentor] === mentee) {
      first[mentor] = next[mentee]
      return
    }
    let k = first[mentor]
    while (next[k] !== mentee) k = next[k]
    next[k] = next[mentee]
  }
  if (input.start) {
    for (let j = 0; j < mentees; j++) {
      const mentor = input.start[j]
      if (mentor < 0) continue
      settle(j, mentor)
      used[mentor]++
      size++
    }
  }
  const takeFree = (mentee: number): boolean => {
    if (rows.first === undefined) return false
    const { count, column, value } = rows.first
    const from = FIRST_LIMIT * mentee
    for (let at = from; at < from + count[mentee] && value[at] >= least; at++) {
      const mentor = column[at]
      if (used[mentor] >= capacity[mentor]) continue
      used[mentor]++
      settle(mentee, mentor)
      return true
    }
    return false
  }
  const place = (mentee: number): boolean => {
    let height = 0
    let seenCount = 0
    stack[height++] = mentee
    while (height > 0) {
      const bidder = stack[height - 1]
      const count = openMentors(bidder, least, closed, reached)
      if (count < ROOM) height--
      for (let k = 0; k < count; k++) {
        const mentor = reached[k]
        from[mentor] = bidder
        if (used[mentor] < capacity[mentor]) {
          used[mentor]++
          for (let to = mentor; ;) {
            const mover = from[to]
            const previous = mate[mover]
            if (previous >= 0) release(mover, previous)
            settle(mover, to)
            if (mover === mentee) break
            to = previous
          }
          for (let s = 0; s < seenCount; s++) closed[seen[s]] = 0
          return true
        }
        closed[mentor] = CLOSED
        seen[seenCount++] = mentor
        for (let o = first[mentor]; o >= 0; o = next[o]) stack[height++] = o
      }
    }
    for (let s = 0; s < seenCount; s++) closedBy[seen[s]] = mentee
    return false
  }
  for (const mentee of order) {
    if (absent[mentee] !== 0 || mate[mentee] >= 0) continue
    if (takeFree(mentee) || place(mentee)) size++
  }
  const mentorCover = new Uint8Array(mentors)
  for (let i = 0; i < mentors; i++) if (closed[i] > 0) mentorCover[i] = 1
  const menteeCover = new Uint8Array(mentees)
  for (let j = 0; j < mentees; j++) {
    if (mate[j] >= 0 && mentorCover[mate[j]] === 0) menteeCover[j] = 1
  }
  return { mate, size, mentorCover, menteeCover, closedBy }
}

/** The same answer from rows that are not in memory: the best few. */
function unpricedByFilling(rows: RowSource): NonNullable<RowSource['unpriced']> {
  const row = { count: 0, cut: 0, column: new Int32Array(ROOM), value: new Int32Array(ROOM) }
  return (bidder, least, price, into) => {
    for (let limit = ROOM; ; limit *= 4) {
      if (row.column.length < limit) {
        row.column = new Int32Array(limit)
        row.value = new Int32Array(limit)
      }
      rows.fill({ bidder, price, floor: 0, least, limit }, row)
      if (row.cut > 0 && row.count < ROOM) continue
      const count = Math.min(row.count, ROOM)
      for (let k = 0; k < count; k++) into[k] = row.column[k]
      return count
    }
  }
}
