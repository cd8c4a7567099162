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
import { IN_PERSON, INSISTS_ON_AGE, ONLINE, type PeopleIndex } from './people-index.ts'
import {
  anyOf,
  countInterests,
  countNeeds,
  freeMask,
  openMask,
  prefersMask,
} from './people-masks.ts'
import { type Question, questions } from './people-question.ts'
import { boxTenths, reachableBlocks } from './people-reach.ts'
import {
  commonInterestsValue,
  coverageValue,
  interestsAndWishesValue,
  pointsOrZero,
  roundedTotal,
  timeValue,
} from './score.ts'
import { ENOUGH_INTERESTS, ONLINE_VALUE, TERMS } from './weights.ts'

const [TOPICS, LANGUAGE, TIME, WAITING, DISTANCE, INTERESTS] = TERMS.keys()
const PPM = 1_000_000
/** The furthest any limit may be, in tenths of a km; see check.ts. */
const FURTHEST = 10_000

const DISTANCE_VALUES = Int32Array.from({ length: FURTHEST + 1 }, (_, at) => distanceValue(at))
const TIME_VALUES = Int32Array.from({ length: SLOTS_PER_WEEK + 1 }, (_, at) => timeValue(at))
const INTEREST_VALUES = Int32Array.from({ length: ENOUGH_INTERESTS + 1 }, (_, at) =>
  commonInterestsValue(at),
)

/** One question being answered. Sums are of weight times value, both in ppm. */
type Search = {
  index: PeopleIndex
  question: Question
  query: RowQuery
  row: Row
  /** The worth (points - price) of each entry of the row, and [0] of what a new one must exceed. */
  worth: Float64Array
  bar: Float64Array
  /** The topics term by the importance covered; the interests term at most, by interests shared. */
  coverage: Float64Array
  total: number
  interest: Float64Array
  planes: Int32Array
  atLeast: Int32Array
}

/**
 * Answers as a `RowSource` does, for prices that are never negative. With `limit` infinite all
 * wanted pairs are given, in the order of the index instead of the best first.
 */
export function searchPeople(index: PeopleIndex): (query: RowQuery, row: Row) => void {
  const ask = questions(index)
  const reach = reachableBlocks(index)
  const scratch = {
    index,
    worth: new Float64Array(64),
    bar: new Float64Array(1),
    coverage: new Float64Array(64),
    interest: new Float64Array(ENOUGH_INTERESTS + 1),
    planes: new Int32Array(32),
    atLeast: new Int32Array(ENOUGH_INTERESTS + 1),
  }
  return (query, row) => {
    row.count = 0
    row.cut = query.floor
    const question = ask(query.bidder)
    if (question === null) return
    if (query.limit !== Number.POSITIVE_INFINITY && scratch.worth.length < query.limit) {
      scratch.worth = new Float64Array(2 * query.limit)
    }
    const search: Search = { ...scratch, question, query, row, total: 0 }
    prepare(search)
    const blocks = reach(question.profile)
    for (let at = 0; at < blocks.length; at++) searchBlock(search, blocks[at])
    if (row.count === query.limit) row.cut = search.bar[0]
  }
}

function prepare(search: Search): void {
  const { question, query, coverage, interest, bar } = search
  const { profile, needs, prefers } = question
  bar[0] = query.floor
  for (let n = 0; n < needs.length; n++) search.total += needs[n].importance
  if (search.total >= coverage.length) search.coverage = new Float64Array(2 * search.total)
  for (let covered = 0; covered <= search.total; covered++) {
    search.coverage[covered] = profile.weights[TOPICS] * coverageValue(covered, profile.needTotal)
  }
  for (let q = 0; q <= ENOUGH_INTERESTS; q++) {
    const most = prefers ? (INTEREST_VALUES[q] + PPM) / 2 : INTEREST_VALUES[q]
    interest[q] = profile.weights[INTERESTS] * most
  }
}

/** The least sum that rounds to these points; anything does for a pair that is feasible at all. */
function sumFor(points: number): number {
  return points <= 1 ? Number.NEGATIVE_INFINITY : points * PPM - PPM / 2
}

function searchBlock(search: Search, block: number): void {
  const { index, question, query, bar, coverage, total, interest, planes, atLeast } = search
  const { profile, tongues } = question
  const { weights } = profile
  const away = profile.inPerson ? boxTenths(index, block, profile.place) : FURTHEST + 1
  const isNear = away <= profile.limitTenths && away <= index.blockLimit[block]
  const isOnline = profile.online && index.words[ONLINE * index.blocks + block] !== 0
  const way = Math.max(isNear ? DISTANCE_VALUES[away] : 0, isOnline ? ONLINE_VALUE : 0)
  const around =
    weights[WAITING] * profile.waitingValue + weights[DISTANCE] * way + weights[TIME] * PPM
  const most = around + weights[LANGUAGE] * tongues.most
  const mostPlain = around + weights[LANGUAGE] * tongues.mostPlain
  let needed = sumFor(Math.max(bar[0] + 1, query.least))
  if (way === 0 || most + coverage[total] + interest[ENOUGH_INTERESTS] < needed) return
  const open = openMask(index, block, question, isNear)
  if (open === 0) return
  const other = anyOf(index.words, question.otherLanguages, block, open)
  countNeeds(index, block, question, planes)
  countInterests(index, block, question, atLeast)
  const preferring = question.prefers ? 0 : prefersMask(index, block)
  let free = 0
  let isFreeKnown = false
  for (let covered = total; covered >= 0; covered--) {
    if (most + coverage[covered] + interest[ENOUGH_INTERESTS] < needed) return
    let mask = open & sharing(search, most + coverage[covered], needed) & other
    mask |= open & sharing(search, mostPlain + coverage[covered], needed) & ~other
    mask |= open & preferring
    for (let at = 0; total >> at !== 0; at++) {
      mask &= (covered >> at) & 1 ? planes[at] : ~planes[at]
    }
    if (mask === 0) continue
    if (!isFreeKnown) free = freeMask(index, block, question, open)
    isFreeKnown = true
    for (let bits = mask & free; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits)
      consider(search, block, bit, coverage[covered], way, isNear)
    }
    needed = sumFor(Math.max(bar[0] + 1, query.least))
  }
}

/** Mentors of the block who share enough interests to come up to the sum. */
function sharing({ interest, atLeast }: Search, sum: number, needed: number): number {
  for (let q = 0; q <= ENOUGH_INTERESTS; q++) {
    if (sum + interest[q] >= needed) return atLeast[q]
  }
  return 0
}

/** One mentor: as soon as the rest cannot make it enough, the next. */
function consider(
  search: Search,
  block: number,
  bit: number,
  covered: number,
  mostWay: number,
  isNear: boolean,
): void {
  const { index, question, query, bar } = search
  const { profile, tongues } = question
  const { weights } = profile
  const slot = (block << 5) + bit
  const mentor = index.mentorAt[slot]
  const points = Math.max(bar[0] + query.price[mentor] + 1, query.least)
  if (points > MAX_VALUE) return
  const needed = sumFor(points)
  let shared = 0
  for (let q = 1; q <= ENOUGH_INTERESTS; q++) shared += (search.atLeast[q] >>> bit) & 1
  const prefers = question.prefers || ((prefersMask(index, block) >>> bit) & 1) === 1
  const interest = INTEREST_VALUES[shared]
  const mostInterest = weights[INTERESTS] * (prefers ? (interest + PPM) / 2 : interest)
  let sum = weights[WAITING] * profile.waitingValue + covered
  sum += weights[LANGUAGE] * tongues.values[index.tongue[slot]]
  const mostTime = weights[TIME] * PPM
  if (sum + weights[DISTANCE] * mostWay + mostTime + mostInterest < needed) return
  const way = wayValue(index, slot, profile, isNear)
  sum += weights[DISTANCE] * way
  if (way === 0 || sum + mostTime + mostInterest < needed) return
  sum += weights[TIME] * TIME_VALUES[commonQuarters(index, slot, question)]
  if (sum + mostInterest < needed || !mayMeet(index, slot, question)) return
  const exact = prefers
    ? interestsAndWishesValue(shared, index.pool.mentors[mentor], profile)
    : interest
  keep(search, mentor, roundedTotal(sum + weights[INTERESTS] * exact))
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
    places.northKm[slot] - place.northKm,
    places.eastDegrees[slot] - place.eastDegrees,
    places.cosine[slot] + place.cosine,
  )
  if (distance > limitTenths || distance > places.limitTenths[slot]) return byScreen
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
function keep({ query, row, worth, bar }: Search, mentor: number, points: number): void {
  const { limit } = query
  const own = points - query.price[mentor]
  if (own <= bar[0] || points < query.least) return
  let to = row.count
  if (to === limit) to -= 1
  else row.count += 1
  if (limit !== Number.POSITIVE_INFINITY) {
    for (; to > 0 && worth[to - 1] < own; to--) {
      worth[to] = worth[to - 1]
      row.column[to] = row.column[to - 1]
      row.value[to] = row.value[to - 1]
    }
    worth[to] = own
    if (row.count === limit) bar[0] = worth[limit - 1]
  }
  row.column[to] = mentor
  row.value[to] = points
}

/** Who is settled already, and so asks for nobody. */
export type Wanted = { index: PeopleIndex; isLocked: (mentee: number) => boolean }

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
