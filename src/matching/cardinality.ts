/*
 * Maximum-cardinality matching, and a vertex cover that proves it.
 *
 * Depth-first augmenting paths that look for a free place in a row before following its holders. A failed
 * search closes a region: its mentors are full, and its mentees have no other mentors, so later searches
 * skip it. The closed regions give a minimum cover (Kőnig 1931). Mentees are added in the given order and
 * never removed again: the sets of mentees that can be placed together form a transversal matroid (Edmonds
 * & Fulkerson 1965), so the greedy result is lexicographically best.
 */
import { FIRST_LIMIT } from './first-rows.ts'
import type { RowSource } from './graph.ts'

export interface MaximumMatching {
  mate: Int32Array
  size: number
  /** Mentors (with all their places) and mentees that together touch every pair; `size` in total. */
  mentorCover: Uint8Array
  menteeCover: Uint8Array
  /** Per mentor, the mentee whose failed search closed it: the first left unplaced; -1 for none. */
  closedBy: Int32Array
}

export interface MaximumMatchingInput {
  rows: RowSource
  capacity: Int32Array
  /** Only pairs of at least this value. */
  least: number
  absent: Uint8Array
  /** Mentees in the order in which they are to be placed. */
  order: Int32Array
  /** Initial mentor per mentee, of at least the value; -1 for none. */
  start?: Int32Array
}

/** Above every value: excludes a mentor from the search. */
export const CLOSED = 4_000_000
/** Mentors fetched at a time; often one of the first is free. */
const BATCH = 16

export function maximumMatching(input: MaximumMatchingInput): MaximumMatching {
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
  const reached = new Int32Array(BATCH)
  const closedBy = new Int32Array(mentors).fill(-1)
  let size = 0
  const link = (mentee: number, mentor: number): void => {
    mate[mentee] = mentor
    next[mentee] = first[mentor]
    first[mentor] = mentee
  }
  const unlink = (mentee: number, mentor: number): void => {
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
      link(j, mentor)
      used[mentor]++
      size++
    }
  }
  const takeFreePlace = (mentee: number): boolean => {
    if (rows.first === undefined) return false
    const { count, column, value } = rows.first
    const from = FIRST_LIMIT * mentee
    for (let at = from; at < from + count[mentee] && value[at] >= least; at++) {
      const mentor = column[at]
      if (used[mentor] >= capacity[mentor]) continue
      used[mentor]++
      link(mentee, mentor)
      return true
    }
    return false
  }
  const augment = (mentee: number): boolean => {
    let height = 0
    let seenCount = 0
    stack[height++] = mentee
    while (height > 0) {
      const bidder = stack[height - 1]
      const count = openMentors(bidder, least, closed, reached)
      if (count < BATCH) height--
      for (let k = 0; k < count; k++) {
        const mentor = reached[k]
        from[mentor] = bidder
        if (used[mentor] < capacity[mentor]) {
          used[mentor]++
          for (let to = mentor; ;) {
            const mover = from[to]
            const previous = mate[mover]
            if (previous >= 0) unlink(mover, previous)
            link(mover, to)
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
    if (takeFreePlace(mentee) || augment(mentee)) size++
  }
  const mentorCover = new Uint8Array(mentors)
  for (let i = 0; i < mentors; i++) if (closed[i] > 0) mentorCover[i] = 1
  const menteeCover = new Uint8Array(mentees)
  for (let j = 0; j < mentees; j++) {
    if (mate[j] >= 0 && mentorCover[mate[j]] === 0) menteeCover[j] = 1
  }
  return { mate, size, mentorCover, menteeCover, closedBy }
}

/** `unpriced` for rows that are not in memory, by asking for the best. */
function unpricedByFilling(rows: RowSource): NonNullable<RowSource['unpriced']> {
  const row = { count: 0, cut: 0, column: new Int32Array(BATCH), value: new Int32Array(BATCH) }
  return (bidder, least, price, into) => {
    for (let limit = BATCH; ; limit *= 4) {
      if (row.column.length < limit) {
        row.column = new Int32Array(limit)
        row.value = new Int32Array(limit)
      }
      rows.fill({ bidder, price, floor: 0, least, limit }, row)
      if (row.cut > 0 && row.count < BATCH) continue
      const count = Math.min(row.count, BATCH)
      for (let k = 0; k < count; k++) into[k] = row.column[k]
      return count
    }
  }
}
