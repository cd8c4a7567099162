/*
 * The best mentors for one mentee, straight from the index, without ever holding the pairs.
 *
 * Scoring every pair of a country takes minutes; almost none of them matter. So the mentors of all
 * blocks in reach are first sorted by what their bits tell exactly: how much of the mentee's needs
 * they cover, from most to least, then whether they share more than Danish, and how many interests.
 * Each such mask has a bound, its exact part plus the most that the rest can give (time, and the
 * distance of the block's box), and a mask whose bound does not beat the last of the best found so
 * far is passed as a whole (the threshold algorithm of Fagin, Lotem and Naor, 2001, 32 people at a
 * time). Who is left gets the very integers of score.ts: a test holds the two together pair by pair.
 */
import { selectBest } from './best-columns.ts'
import { MAX_VALUE, type Row, type RowQuery, type RowSource } from './graph.ts'
import { anyOf, emptyBlocks, findOpen } from './people-blocks.ts'
import type { PeopleIndex } from './people-index.ts'
import { PREFERS } from './people-kinds.ts'
import { everyPair, type Wanted } from './people-pairs.ts'
import {
  commonQuarters,
  INTEREST_VALUES,
  MOST_INTEREST_VALUES,
  mayMeet,
  SHARED,
  TIME_VALUES,
  wayValue,
  weighNeeds,
  wishBits,
} from './people-points.ts'
import { type Question, questions } from './people-question.ts'
import type { Pool } from './pool.ts'
import { profiler } from './profile.ts'
import { pointsOrZero, roundedTotal } from './score.ts'
import { ENOUGH_INTERESTS, TERMS } from './weights.ts'

const INTERESTS = TERMS.indexOf('interests')
const PPM = 1_000_000

/** The least sum that rounds to these points; anything does for a pair that is feasible at all. */
function sumFor(points: number): number {
  return points <= 1 ? Number.NEGATIVE_INFINITY : points * PPM - PPM / 2
}

/**
 * Answers as a `RowSource` does, for prices that are never negative and limits that are not long.
 *
 * One long function over plain arrays, as it is most of the time of a run: a number with a
 * fraction that crosses a call would be allocated, a hundred times a row. Sums are of weight
 * times value, both in ppm.
 */
export function searchPeople(index: PeopleIndex): (query: RowQuery, row: Row) => void {
  const { words, blocks, mentorAt, tongueAt } = index
  const { tongues } = index.asking
  const ask = questions(index)
  const found = emptyBlocks(index)
  const { block: blockAt, away, way, open, others, room, one, two, three } = found
  const free = new Int32Array(blocks)
  const hasFree = new Uint8Array(blocks)
  const coverage = { sums: new Float64Array(16) }
  const interest = new Float64Array(SHARED)
  const best = { worth: new Float64Array(64) }
  return (query, row) => {
    const { price, floor, least, limit } = query
    row.count = 0
    row.cut = floor
    const question = ask(query.bidder)
    if (question === null) return
    if (best.worth.length < limit) best.worth = new Float64Array(2 * limit)
    findOpen(index, question, found)
    const { planes } = found
    const { lists, prefers, total, tongueFrom } = question
    const [, ofLanguage, ofTime, ofWaiting, ofWay, ofInterests] = question.weights
    weighNeeds(question, coverage)
    const topics = coverage.sums
    weighInterests(question, interest)
    const mostInterest = ofInterests * MOST_INTEREST_VALUES[ENOUGH_INTERESTS]
    const mostTime = ofTime * PPM
    const mostLanguage = ofLanguage * question.mostTongue
    const mostPlain = ofLanguage * question.mostPlainTongue
    const certain = ofWaiting * question.waitingValue
    hasFree.fill(0, 0, found.count)
    let bar = floor
    let needed = sumFor(Math.max(bar + 1, least))
    const possible = sumsOf(question)
    for (let covered = total; covered >= 0; covered--) {
      if (covered < 32 && ((possible >>> covered) & 1) === 0) continue
      const around = certain + topics[covered] + mostTime
      const most = around + mostLanguage + mostInterest
      if (most + ofWay * PPM < needed) break
      // One comparison passes a block that is too far, before its bits are looked at.
      let wayNeeded = (needed - most) / ofWay
      for (let n = 0; n < found.count; n++) {
        if (way[n] < wayNeeded) continue
        let mask = open[n]
        for (let at = 0; total >> at !== 0; at++) {
          mask &= (covered >> at) & 1 ? planes[at * room + n] : ~planes[at * room + n]
        }
        if (mask === 0) continue
        const top = around + ofWay * way[n] + mostLanguage
        // Whoever shares more interests than are needed for the sum, by how they can talk.
        let few = 0
        while (few < ENOUGH_INTERESTS && top + interest[few] < needed) few += 1
        const other = others[n]
        let enough =
          few === 0
            ? other
            : few === 1
              ? other & one[n]
              : few === 2
                ? other & two[n]
                : other & three[n]
        const topPlain = around + ofWay * way[n] + mostPlain
        while (few < ENOUGH_INTERESTS && topPlain + interest[few] < needed) few += 1
        if (topPlain + interest[few] >= needed) {
          enough |= ~other & (few === 0 ? -1 : few === 1 ? one[n] : few === 2 ? two[n] : three[n])
        }
        const block = blockAt[n]
        const preferring = words[PREFERS * blocks + block]
        // A wish that is met makes up for interests.
        if (!prefers) enough |= topPlain + mostInterest >= needed ? preferring : preferring & other
        mask &= enough
        if (mask === 0) continue
        if (hasFree[n] === 0) {
          free[n] = anyOf(words, lists, question.times, block, open[n])
          hasFree[n] = 1
        }
        for (let bits = mask & free[n]; bits !== 0; bits &= bits - 1) {
          const bit = 31 - Math.clz32(bits & -bits)
          const slot = (block << 5) + bit
          const shared = ((one[n] >>> bit) & 1) + ((two[n] >>> bit) & 1) + ((three[n] >>> bit) & 1)
          // The bar may have risen since: the bits tell before anything is fetched from memory.
          if (!prefers && ((preferring >>> bit) & 1) === 0) {
            const most = (other >>> bit) & 1 ? top : topPlain
            if (most + interest[shared] < needed) continue
          }
          const mentor = mentorAt[slot]
          const wanted = Math.max(bar + price[mentor] + 1, least)
          if (wanted > MAX_VALUE) continue
          const enoughHere = sumFor(wanted)
          const wishes = prefers || (preferring >>> bit) & 1 ? wishBits(index, slot, question) : 0
          let sum =
            certain +
            topics[covered] +
            ofLanguage * tongues[tongueFrom + tongueAt[slot]] +
            ofInterests * INTEREST_VALUES[wishes * SHARED + shared]
          if (sum + ofWay * way[n] + mostTime < enoughHere) continue
          const wayThere = wayValue(index, slot, question, away[n] >= 0)
          sum += ofWay * wayThere
          if (wayThere === 0 || sum + mostTime < enoughHere) continue
          sum += ofTime * TIME_VALUES[commonQuarters(index, slot, question)]
          if (sum < enoughHere || !mayMeet(index, slot, question)) continue
          const points = roundedTotal(sum)
          if (points < wanted) continue
          keep(query, row, best.worth, mentor, points)
          if (row.count < limit) continue
          bar = best.worth[limit - 1]
          needed = sumFor(Math.max(bar + 1, least))
          wayNeeded = (needed - most) / ofWay
        }
      }
    }
    if (row.count === limit) row.cut = bar
  }
}

/** The interests term at most, by the interests shared. */
function weighInterests({ weights, prefers }: Question, interest: Float64Array): void {
  const values = prefers ? MOST_INTEREST_VALUES : INTEREST_VALUES
  for (let q = 0; q < SHARED; q++) interest[q] = weights[INTERESTS] * values[q]
}

/** Bit k: whether some of the needs together have importance k; sums past 31 all count as possible. */
function sumsOf({ lists, importance }: Question): number {
  let sums = 1
  for (let at = importance.from; at < importance.to; at++) sums |= sums << lists[at]
  return sums
}

/** Puts a pair in its place among the best; the last gives way when there are enough. */
function keep(
  { price, limit }: RowQuery,
  row: Row,
  worth: Float64Array,
  mentor: number,
  points: number,
): void {
  let to = row.count
  if (to === limit) to -= 1
  else row.count += 1
  const own = points - price[mentor]
  for (; to > 0 && worth[to - 1] < own; to--) {
    worth[to] = worth[to - 1]
    row.column[to] = row.column[to - 1]
    row.value[to] = row.value[to - 1]
  }
  worth[to] = own
  row.column[to] = mentor
  row.value[to] = points
}

/** More than this are sorted as a whole: putting each in its place takes the square of the number. */
const SHORT = 48

/** The pairs without ever holding them: each question is answered from the index. */
export function indexedRows({ pool, index, isLocked }: Wanted & { pool: Pool }): RowSource {
  const search = searchPeople(index)
  const every = everyPair(index)
  const prepare = profiler(pool.context)
  return {
    bidderCount: pool.mentees.length,
    columnCount: pool.mentors.length,
    fill(query, row) {
      if (!isLocked(query.bidder) && query.limit <= SHORT) return search(query, row)
      row.count = 0
      row.cut = query.floor
      if (isLocked(query.bidder)) return
      const { count, mentor, points } = every(query.bidder, query.least)
      selectBest(mentor, points, 0, count, query, row)
    },
    value(bidder, column) {
      if (isLocked(bidder)) return 0
      const excluded = pool.excluded.get(bidder)?.has(column) ?? false
      const context = { ...pool.context, excluded }
      // Prepared anew and let go: what a closer look keeps of everybody in a country is 100 MB.
      const mentor = prepare.mentor(pool.mentors[column].mentor)
      const mentee = prepare.mentee(pool.mentees[bidder].mentee)
      return pointsOrZero(mentor, mentee, context)
    },
  }
}
