/*
 * The most pairs that can be made at all, and why it cannot be one more.
 *
 * Augmenting paths breadth first; a search that fails has closed a region (its mentors are full
 * with its mentees, who know nobody else), so that no later search need enter it. The closed
 * regions give a smallest cover (Kőnig 1931), which proves the number. Mentees are taken in the
 * order given, and one who is in stays in: the mentees who can be placed together form a
 * transversal matroid (Edmonds & Fulkerson 1965), so this greedy is lexicographically best.
 */
import type { Row, RowQuery, RowSource } from './graph.ts'

export interface MostPairs {
  mate: Int32Array
  size: number
  /** Mentors whose places, and mentees who, together touch every pair; `size` of them. */
  mentorCover: Uint8Array
  menteeCover: Uint8Array
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
  /** Give up after this many mentees could not be placed. */
  failures?: number
}

/** First a few columns of a row; whoever needs more gets many, as the few are closed by then. */
const FEW = 8
const MANY = 24
/** Above every value: a mentor at this price is not wanted. */
const CLOSED = 4_000_000

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
  const queue = new Int32Array(mentees)
  const seen = new Int32Array(mentors)
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(MANY),
    value: new Int32Array(MANY),
  }
  const query: RowQuery = { bidder: 0, price: closed, floor: 0, least, limit: FEW }
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
  const place = (mentee: number): boolean => {
    let head = 0
    let tail = 0
    let seenCount = 0
    queue[tail++] = mentee
    while (head < tail) {
      const bidder = queue[head++]
      query.bidder = bidder
      query.limit = FEW
      do {
        rows.fill(query, row)
        query.limit = MANY
        for (let k = 0; k < row.count; k++) {
          const mentor = row.column[k]
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
          for (let o = first[mentor]; o >= 0; o = next[o]) queue[tail++] = o
        }
      } while (row.cut > 0)
    }
    return false
  }
  let failures = input.failures ?? mentees
  for (const mentee of order) {
    if (absent[mentee] !== 0 || mate[mentee] >= 0) continue
    if (place(mentee)) size++
    else if (failures-- <= 0) break
  }
  const mentorCover = new Uint8Array(mentors)
  for (let i = 0; i < mentors; i++) if (closed[i] > 0) mentorCover[i] = 1
  const menteeCover = new Uint8Array(mentees)
  for (let j = 0; j < mentees; j++) {
    if (mate[j] >= 0 && mentorCover[mate[j]] === 0) menteeCover[j] = 1
  }
  return { mate, size, mentorCover, menteeCover }
}
