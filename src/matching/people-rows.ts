/*
 * The best mentors for one mentee, straight from the index, without ever holding the pairs.
 *
 * Scoring every pair of a country takes minutes; almost none of them matter. So the mentors of a
 * block are first sorted by what their bits tell exactly: how much of the mentee's needs they
 * cover, whether they share more than Danish, how many interests. Each such mask has a bound, its
 * exact part plus the most that the rest can give (time, and the distance of the block's box), and
 * a mask whose bound does not beat the last of the best found so far is passed as a whole (the
 * threshold algorithm of Fagin, Lotem and Naor, 2001, 32 people at a time). Who is left gets the
 * very integers of score.ts: a test holds the two together pair by pair.
 */
import { bitCount, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { meetMustWishes } from './constraints.ts'
import { distanceValue, tenths } from './distance.ts'
import { MAX_VALUE, type Row, type RowQuery, type RowSource } from './graph.ts'
import {
  IN_PERSON,
  INSISTS_ON_AGE,
  ONLINE,
  type PeopleIndex,
  PREFERS,
  PREFERS_AGE,
  PREFERS_GENDER,
} from './people-index.ts'
import { openMasks } from './people-masks.ts'
import { type Question, questions } from './people-question.ts'
import { boxTenths, reachableBlocks } from './people-reach.ts'
import {
  coverageValue,
  HAS,
  interestsAndWishesValue,
  MET,
  OF_MENTOR,
  pointsOrZero,
  preferredWishes,
  roundedTotal,
  timeValue,
} from './score.ts'
import { ENOUGH_INTERESTS, ONLINE_VALUE, TERMS } from './weights.ts'

const TOPICS = TERMS.indexOf('topics')
const INTERESTS = TERMS.indexOf('interests')
const PPM = 1_000_000
/** The furthest any limit may be, in tenths of a km; see check.ts. */
const FURTHEST = 10_000

const DISTANCE_VALUES = Int32Array.from({ length: FURTHEST + 1 }, (_, at) => distanceValue(at))
const TIME_VALUES = Int32Array.from({ length: SLOTS_PER_WEEK + 1 }, (_, at) => timeValue(at))
/** By the bits of the wishes, and within by the interests shared. */
const SHARED = ENOUGH_INTERESTS + 1
const INTEREST_VALUES = Int32Array.from({ length: 256 * SHARED }, (_, at) =>
  interestsAndWishesValue(at % SHARED, Math.floor(at / SHARED)),
)

/** The least sum that rounds to these points; anything does for a pair that is feasible at all. */
function sumFor(points: number): number {
  return points <= 1 ? Number.NEGATIVE_INFINITY : points * PPM - PPM / 2
}

/**
 * Answers as a `RowSource` does, for prices that are never negative. With `limit` infinite all
 * wanted pairs are given, in the order of the index instead of the best first.
 *
 * One long function over plain arrays, as it is most of the time of a run: a number with a
 * fraction that crosses a call would be allocated, a hundred times a row. Sums are of weight
 * times value, both in ppm.
 */
export function searchPeople(index: PeopleIndex): (query: RowQuery, row: Row) => void {
  const { words, blocks, mentorAt, tongue, blockLimit } = index
  const ask = questions(index)
  const reach = reachableBlocks(index)
  const masks = openMasks(index)
  const { planes, atLeast } = masks
  const coverage = { sums: new Float64Array(16) }
  const interest = new Float64Array(ENOUGH_INTERESTS + 1)
  const best = { worth: new Float64Array(64) }
  return (query, row) => {
    const { price, floor, least, limit } = query
    row.count = 0
    row.cut = floor
    const question = ask(query.bidder)
    if (question === null) return
    if (limit !== Number.POSITIVE_INFINITY && best.worth.length < limit) {
      best.worth = new Float64Array(2 * limit)
    }
    const { profile, tongues, prefers, total } = question
    const { weights, online, inPerson, place, limitTenths } = profile
    const [, ofLanguage, ofTime, ofWaiting, ofWay, ofInterests] = weights
    weighNeeds(question, coverage)
    const topics = coverage.sums
    weighInterests(question, interest)
    const mostInterest = interest[ENOUGH_INTERESTS]
    const mostTime = ofTime * PPM
    const certain = ofWaiting * profile.waitingValue
    let bar = floor
    const reached = reach(profile)
    for (let n = 0; n < reached.length; n++) {
      const block = reached[n]
      const away = inPerson
        ? boxTenths(index, block, place, Math.min(limitTenths, blockLimit[block]))
        : -1
      const isOnline = online && words[ONLINE * blocks + block] !== 0
      if (away < 0 && !isOnline) continue
      const mostWay = Math.max(away < 0 ? 0 : DISTANCE_VALUES[away], isOnline ? ONLINE_VALUE : 0)
      const around = certain + ofWay * mostWay + mostTime
      const most = around + ofLanguage * tongues.most
      const mostPlain = around + ofLanguage * tongues.mostPlain
      let needed = sumFor(Math.max(bar + 1, least))
      if (most + topics[total] + mostInterest < needed) continue
      const open = masks.sort(question, block, away >= 0)
      if (open === 0) continue
      const other = masks.speaks(question, block)
      const preferring = words[PREFERS * blocks + block]
      const unsure = prefers ? 0 : preferring
      let free = -1
      for (let covered = total; covered >= 0; covered--) {
        const top = most + topics[covered]
        if (top + mostInterest < needed) break
        let mask = open
        for (let at = 0; total >> at !== 0; at++) {
          mask &= (covered >> at) & 1 ? planes[at] : ~planes[at]
        }
        if (mask === 0) continue
        // Whoever shares more interests than are needed for the sum, by how they can talk.
        let few = 0
        while (few < ENOUGH_INTERESTS && top + interest[few] < needed) few += 1
        let enough = other & atLeast[few]
        const topPlain = mostPlain + topics[covered]
        while (few < ENOUGH_INTERESTS && topPlain + interest[few] < needed) few += 1
        if (topPlain + interest[few] >= needed) enough |= ~other & atLeast[few]
        // A wish that is met makes up for interests.
        if (topPlain + mostInterest >= needed) enough |= unsure
        else enough |= unsure & other
        mask &= enough
        if (mask === 0) continue
        if (free === -1) free = masks.free(question, block, open)
        for (let bits = mask & free; bits !== 0; bits &= bits - 1) {
          const bit = 31 - Math.clz32(bits & -bits)
          const slot = (block << 5) + bit
          const mentor = mentorAt[slot]
          const wanted = Math.max(bar + price[mentor] + 1, least)
          if (wanted > MAX_VALUE) continue
          const enoughHere = sumFor(wanted)
          const wishes =
            prefers || (preferring >>> bit) & 1 ? wishBits(index, question, block, bit) : 0
          const ofThem = ofInterests * INTEREST_VALUES[wishes * SHARED + masks.shared(bit)]
          let sum = certain + topics[covered] + ofLanguage * tongues.values[tongue[slot]]
          if (sum + ofWay * mostWay + mostTime + ofThem < enoughHere) continue
          const way = wayValue(index, slot, profile, away >= 0)
          sum += ofWay * way
          if (way === 0 || sum + mostTime + ofThem < enoughHere) continue
          sum += ofTime * TIME_VALUES[commonQuarters(index, slot, question)]
          if (sum + ofThem < enoughHere || !mayMeet(index, slot, question)) continue
          const points = roundedTotal(sum + ofThem)
          if (points < wanted) continue
          keep(query, row, best.worth, mentor, points)
          if (row.count === limit) bar = best.worth[limit - 1]
        }
        needed = sumFor(Math.max(bar + 1, least))
      }
    }
    if (row.count === limit) row.cut = bar
  }
}

/** The topics term by the importance that is covered. */
function weighNeeds({ profile, total }: Question, coverage: { sums: Float64Array }): void {
  if (total >= coverage.sums.length) coverage.sums = new Float64Array(2 * total)
  for (let covered = 0; covered <= total; covered++) {
    coverage.sums[covered] = profile.weights[TOPICS] * coverageValue(covered, profile.needTotal)
  }
}

/** The interests term at most, by the interests shared. */
function weighInterests({ profile, prefers }: Question, interest: Float64Array): void {
  for (let q = 0; q <= ENOUGH_INTERESTS; q++) {
    const value = INTEREST_VALUES[q]
    interest[q] = profile.weights[INTERESTS] * (prefers ? (value + PPM) / 2 : value)
  }
}

/** The bits of `preferredWishes`, from words as long as nobody prefers an age. */
function wishBits(index: PeopleIndex, question: Question, block: number, bit: number): number {
  const { words, blocks, pool, mentorAt } = index
  const { prefersAge, prefersGender, isGender, profile } = question
  if (prefersAge || (words[PREFERS_AGE * blocks + block] >>> bit) & 1) {
    return preferredWishes(pool.mentors[mentorAt[(block << 5) + bit]], profile)
  }
  let bits = 0
  if (prefersGender >= 0) bits = (words[prefersGender + block] >>> bit) & 1 ? HAS | MET : HAS
  if ((words[PREFERS * blocks + block] >>> bit) & 1) {
    const isMet = (words[(PREFERS_GENDER + isGender) * blocks + block] >>> bit) & 1
    bits |= (isMet ? HAS | MET : HAS) << OF_MENTOR
  }
  return bits
}

/** As in score.ts: in person wherever they can, unless online serves them better; 0 for neither. */
function wayValue(
  { words, blocks, places }: PeopleIndex,
  slot: number,
  { online, place, limitTenths }: Question['profile'],
  isNear: boolean,
): number {
  const block = slot >> 5
  const bit = slot & 31
  const byScreen = online && (words[ONLINE * blocks + block] >>> bit) & 1 ? ONLINE_VALUE : 0
  if (!isNear || ((words[IN_PERSON * blocks + block] >>> bit) & 1) === 0) return byScreen
  const distance = tenths(
    places[4 * slot] - place.northKm,
    places[4 * slot + 1] - place.eastDegrees,
    places[4 * slot + 2] + place.cosine,
  )
  if (distance > limitTenths || distance > places[4 * slot + 3]) return byScreen
  return Math.max(byScreen, DISTANCE_VALUES[distance])
}

function commonQuarters(
  { weeks }: PeopleIndex,
  slot: number,
  { profile, busyWords }: Question,
): number {
  let common = 0
  for (let n = 0; n < busyWords.length; n++) {
    const word = busyWords[n]
    common += bitCount(weeks[slot * WORDS + word] & profile.week[word])
  }
  return common
}

/** What has no word of its own: a pair that is closed, the same human, and ages insisted on. */
function mayMeet(index: PeopleIndex, slot: number, question: Question): boolean {
  const mentor = index.mentorAt[slot]
  if (mentor === question.self || question.excluded?.has(mentor)) return false
  const insisting = index.words[INSISTS_ON_AGE * index.blocks + (slot >> 5)] >>> (slot & 31)
  if (!question.insistsOnAge && (insisting & 1) === 0) return true
  return meetMustWishes(index.pool.mentors[mentor], question.profile)
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
  if (limit !== Number.POSITIVE_INFINITY) {
    const own = points - price[mentor]
    for (; to > 0 && worth[to - 1] < own; to--) {
      worth[to] = worth[to - 1]
      row.column[to] = row.column[to - 1]
      row.value[to] = row.value[to - 1]
    }
    worth[to] = own
  }
  row.column[to] = mentor
  row.value[to] = points
}

/** Who is settled already, and so asks for nobody. */
export type Wanted = {
  index: PeopleIndex
  isLocked: (mentee: number) => boolean
  /** Called when the pairs of one more mentee are known, where all are looked for at once. */
  onMentee?: () => void
}

/** The pairs without ever holding them: each question is answered from the index. */
export function indexedRows({ index, isLocked }: Wanted): RowSource {
  const { pool } = index
  const search = searchPeople(index)
  return {
    bidderCount: pool.mentees.length,
    columnCount: pool.mentors.length,
    fill(query, row) {
      if (!isLocked(query.bidder)) return search(query, row)
      row.count = 0
      row.cut = query.floor
    },
    value(bidder, column) {
      if (isLocked(bidder)) return 0
      const excluded = pool.excluded.get(bidder)?.has(column) ?? false
      const context = { ...pool.context, excluded }
      return pointsOrZero(pool.mentors[column], pool.mentees[bidder], context)
    },
  }
}
