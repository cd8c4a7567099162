import { bitCount, pieceStarts, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { meetMustWishes, menteeObstacles } from './constraints.ts'
import { distanceValue, KM_PER_DEGREE, tenths } from './distance.ts'
import type { PairGraph, Row, RowQuery, RowSource } from './graph.ts'
import { languageValue, neededLevel } from './languages.ts'
import {
  ACCEPTS_GENDER,
  BLOCK,
  CHILDREN,
  GENDERS,
  INSISTS_ON_AGE,
  IN_PERSON,
  IS_GENDER,
  ONLINE,
  type PeopleIndex,
  PREFERS,
  prefersSomething,
} from './people-index.ts'
import type { MenteeProfile } from './profile.ts'
import {
  commonInterestsValue,
  coverageValue,
  interestsAndWishesValue,
  pointsOrZero,
  roundedTotal,
  timeValue,
} from './score.ts'
import { ONLINE_VALUE, TERMS } from './weights.ts'

const [TOPICS, LANGUAGE, TIME, WAITING, DISTANCE, INTERESTS] = TERMS.keys()
const PPM = 1_000_000
/** The furthest any limit may be, in tenths of a km; see check.ts. */
const FURTHEST = 10_000

const DISTANCE_VALUES = Int32Array.from({ length: FURTHEST + 1 }, (_, at) => distanceValue(at))
const TIME_VALUES = Int32Array.from({ length: SLOTS_PER_WEEK + 1 }, (_, at) => timeValue(at))
const INTEREST_VALUES = Int32Array.from({ length: 64 }, (_, at) => commonInterestsValue(at))

/** Mentors whom nothing keeps from one mentee, and what each may give the distance term. */
export type Finder = {
  index: PeopleIndex
  /** How many were found for the mentee; their places in the index, and their way values. */
  find(mentee: number): number
  slot: Int32Array
  way: Int32Array
  /** The points of the n-th found; `bar` lets it stop early at 0 when they cannot exceed it. */
  points(n: number, bar: number): number
}

/** The question one mentee puts to the index, in its terms. */
export type Question = {
  profile: MenteeProfile
  insistsOnAge: boolean
  prefers: boolean
  needsGender: number
  isGender: number
  languages: readonly number[]
  starts: readonly number[]
  busyWords: readonly number[]
  needs: readonly { word: number; bit: number; importance: number }[]
  interestBits: Uint32Array
  tongues: Int32Array
  excluded: ReadonlySet<number> | undefined
  self: number
}

export function peopleFinder(index: PeopleIndex): Finder {
  const { pool, words, stride, mentorAt, places, weeks, offers, interests, tongue } = index
  const slots = new Int32Array(mentorAt.length)
  const ways = new Int32Array(mentorAt.length)
  const ask = questions(index)
  const reach = reachableBlocks(index)
  let question: Question | null = null

  const find = (mentee: number): number => {
    question = ask(mentee)
    if (question === null) return 0
    const { profile, languages, starts, needsGender, isGender, excluded, self, insistsOnAge } =
      question
    const { place, limitTenths, online, inPerson } = profile
    const { childrenAlong, interpreterAcceptable } = profile.mentee
    const blocks = reach(profile)
    let count = 0
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]
      const base = block * stride
      const isNear = inPerson && mayReach(index, block, profile)
      let ok = words[base + ACCEPTS_GENDER + isGender]
      ok &= (isNear ? words[base + IN_PERSON] : 0) | (online ? words[base + ONLINE] : 0)
      if (needsGender >= 0) ok &= words[base + IS_GENDER + needsGender]
      if (childrenAlong) ok &= words[base + CHILDREN]
      if (ok !== 0 && !interpreterAcceptable) {
        let speaks = 0
        for (let n = 0; n < languages.length; n++) speaks |= words[base + languages[n]]
        ok &= speaks
      }
      if (ok === 0) continue
      let isFree = 0
      for (let n = 0; n < starts.length && (isFree & ok) !== ok; n++) {
        isFree |= words[base + starts[n]]
      }
      ok &= isFree
      while (ok !== 0) {
        const bit = 31 - Math.clz32(ok & -ok)
        ok &= ok - 1
        const slot = block * BLOCK + bit
        let way = online && (words[base + ONLINE] >>> bit) & 1 ? ONLINE_VALUE : 0
        if (isNear && (words[base + IN_PERSON] >>> bit) & 1) {
          const distance = tenths(
            places.northKm[slot] - place.northKm,
            places.eastDegrees[slot] - place.eastDegrees,
            places.cosine[slot] + place.cosine,
          )
          if (distance <= limitTenths && distance <= places.limitTenths[slot]) {
            way = Math.max(way, DISTANCE_VALUES[distance])
          }
        }
        if (way === 0) continue
        const mentor = mentorAt[slot]
        if (mentor === self || excluded?.has(mentor)) continue
        if (insistsOnAge || (words[base + INSISTS_ON_AGE] >>> bit) & 1) {
          if (!meetMustWishes(pool.mentors[mentor], profile)) continue
        }
        slots[count] = slot
        ways[count] = way
        count += 1
      }
    }
    return count
  }

  const points = (n: number, bar: number): number => {
    const { profile, prefers, needs, tongues, busyWords, interestBits } = question!
    const { weights, needTotal } = profile
    const slot = slots[n]
    let covered = 0
    for (let k = 0; k < needs.length; k++) {
      const { word, bit, importance } = needs[k]
      covered += ((offers.bits[slot * offers.width + word] >>> bit) & 1) * importance
    }
    let sum =
      weights[WAITING] * profile.waitingValue +
      weights[TOPICS] * coverageValue(covered, needTotal) +
      weights[LANGUAGE] * tongues[tongue[slot]] +
      weights[DISTANCE] * ways[n]
    // Both terms that are left at their best: most stop here.
    if (roundedTotal(sum + (weights[TIME] + weights[INTERESTS]) * PPM) <= bar) return 0
    let common = 0
    for (let k = 0; k < busyWords.length; k++) {
      const word = busyWords[k]
      common += bitCount(weeks[slot * WORDS + word] & profile.week[word])
    }
    sum += weights[TIME] * TIME_VALUES[common]
    let shared = 0
    for (let k = 0; k < interests.width; k++) {
      shared += bitCount(interests.bits[slot * interests.width + k] & interestBits[k])
    }
    const isPreferred = (words[(slot >> 5) * stride + PREFERS] >>> (slot & 31)) & 1
    const interest =
      prefers || isPreferred
        ? interestsAndWishesValue(shared, pool.mentors[mentorAt[slot]], profile)
        : INTEREST_VALUES[Math.min(shared, 63)]
    return roundedTotal(sum + weights[INTERESTS] * interest)
  }

  return { index, find, slot: slots, way: ways, points }
}

/** Whether anyone in the block may be within both limits: the box is never further than its people. */
export function mayReach(
  { boxes, blockLimit }: PeopleIndex,
  block: number,
  mentee: MenteeProfile,
): boolean {
  const { northKm, eastDegrees, cosine } = mentee.place
  const at = block * 4
  const north = Math.max(0, boxes[at] - northKm, northKm - boxes[at + 1])
  const east = Math.max(0, boxes[at + 2] - eastDegrees, eastDegrees - boxes[at + 3])
  const limit = Math.min(mentee.limitTenths, blockLimit[block]) / 10 + SLACK_KM
  if (north > limit) return false
  const km = east * KM_PER_DEGREE * (cosine - COSINE_SLACK)
  return north * north + km * km <= limit * limit
}

/** Half a tenth is rounded away; a whole one is on the safe side. */
const SLACK_KM = 0.1
/** Within the furthest limit the cosine of the other place, and so the mean, differs by less. */
const COSINE_SLACK = 0.08

/** Turns mentees into questions; null for one who is not ready. */
export function questions(index: PeopleIndex): (mentee: number) => Question | null {
  const { pool } = index
  const { settings } = pool.context
  const length = Math.ceil(settings.minCommonMinutes / 15)
  const mentorIds = new Map(pool.mentors.map(({ mentor }, i) => [mentor.id, i]))
  const tonguesOf = tongueValues(index)
  return (j) => {
    const profile = pool.mentees[j]
    const { mentee } = profile
    if (menteeObstacles(profile, pool.context).length > 0) return null
    const { gender, age } = mentee.wishes
    return {
      profile,
      insistsOnAge: age?.strength === 'must',
      prefers: prefersSomething(mentee.wishes),
      needsGender: gender?.strength === 'must' ? GENDERS.indexOf(gender.wanted) : -1,
      isGender: GENDERS.indexOf(mentee.gender),
      languages: languageWords(profile, index),
      starts: pieceStarts(profile.week, length).map((at) => index.starts + at),
      busyWords: busyWords(profile.week),
      needs: mentee.needs.flatMap(({ topic, importance }) => {
        const bit = index.offers.at.get(topic)
        return bit === undefined ? [] : [{ word: bit >> 5, bit: bit & 31, importance }]
      }),
      interestBits: interestBits(profile, index),
      tongues: tonguesOf(profile),
      excluded: pool.excluded.get(j),
      self: mentorIds.get(mentee.id) ?? -1,
    }
  }
}

/** The words of mentors who speak one of the mentee's languages well enough, as the mentee does. */
function languageWords({ languages }: MenteeProfile, index: PeopleIndex): number[] {
  const found: number[] = []
  for (const [language, { level }] of languages) {
    const word = index.languages.get(language)
    if (word === undefined || level < neededLevel(language, index.pool.context.settings)) continue
    found.push(word)
  }
  return found
}

function busyWords(week: Uint32Array): number[] {
  const busy: number[] = []
  for (let word = 0; word < WORDS; word++) if (week[word] !== 0) busy.push(word)
  return busy
}

function interestBits({ interests }: MenteeProfile, index: PeopleIndex): Uint32Array {
  const bits = new Uint32Array(index.interests.width)
  for (const interest of interests) {
    const bit = index.interests.at.get(interest)
    if (bit !== undefined) bits[bit >> 5] |= 1 << (bit & 31)
  }
  return bits
}

/**
 * The language term by the mentors' languages, worked out once for mentees who speak the same. The
 * level two share is looked up in a table of speakers by language rather than in their maps: there
 * are as many such pairs as there are ways to speak, squared.
 */
function tongueValues({ pool, speakers }: PeopleIndex): (mentee: MenteeProfile) => Int32Array {
  const { settings } = pool.context
  const languages = new Map<string, Int8Array>()
  speakers.forEach((mentor, at) => {
    for (const [language, { level }] of mentor.languages) {
      const levels = languages.get(language) ?? new Int8Array(speakers.length).fill(-1)
      levels[at] = level
      languages.set(language, levels)
    }
  })
  const known = new Map<string, Int32Array>()
  return (profile) => {
    const wants = profile.mentee.wantsDanishPractice
    let key = String(wants)
    for (const [language, { level }] of profile.languages) key += language + level
    const found = known.get(key)
    if (found !== undefined) return found
    const best = new Int8Array(speakers.length).fill(-1)
    for (const [language, { level }] of profile.languages) {
      const levels = languages.get(language)
      const needed = neededLevel(language, settings)
      if (levels === undefined || level < needed) continue
      for (let at = 0; at < levels.length; at++) {
        const common = Math.min(levels[at], level)
        if (common >= needed && common > best[at]) best[at] = common
      }
    }
    const values = Int32Array.from(speakers, ({ danish }, at) =>
      languageValue(best[at], danish, wants),
    )
    known.set(key, values)
    return values
  }
}

/**
 * The blocks that may hold someone for the mentees of a municipality, the nearest first, and for
 * those who can meet online every block of mentors who can too.
 */
export function reachableBlocks(index: PeopleIndex): (mentee: MenteeProfile) => Int32Array {
  const { pool, blocks, boxes, blockLimit, words, stride } = index
  const groups = Map.groupBy(pool.mentees, ({ mentee }) => mentee.municipality)
  const known = new Map<string, Int32Array>()
  return ({ mentee, online }) => {
    const key = mentee.municipality + online
    const found = known.get(key)
    if (found !== undefined) return found
    const members = groups.get(mentee.municipality)!
    const north = extent(members.map(({ place }) => place.northKm))
    const east = extent(members.map(({ place }) => place.eastDegrees))
    const limit = members.reduce((most, { limitTenths }) => Math.max(most, limitTenths), 0)
    const cosine = members.reduce((least, { place }) => Math.min(least, place.cosine), 1)
    const near: { block: number; km: number }[] = []
    for (let block = 0; block < blocks; block++) {
      const at = block * 4
      const dNorth = Math.max(0, boxes[at] - north.to, north.from - boxes[at + 1])
      const dEast = Math.max(0, boxes[at + 2] - east.to, east.from - boxes[at + 3])
      const km = Math.hypot(dNorth, dEast * KM_PER_DEGREE * (cosine - COSINE_SLACK))
      const isNear = km <= Math.min(limit, blockLimit[block]) / 10 + SLACK_KM
      if (isNear || (online && words[block * stride + ONLINE] !== 0)) near.push({ block, km })
    }
    near.sort((a, b) => a.km - b.km || a.block - b.block)
    const list = Int32Array.from(near, ({ block }) => block)
    known.set(key, list)
    return list
  }
}

function extent(values: readonly number[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < from) from = value
    if (value > to) to = value
  }
  return { from, to }
}

/** What to ask an index for; locked mentees are settled already and get empty rows. */
export type Wanted = { index: PeopleIndex; isLocked: (mentee: number) => boolean }

/** Every feasible pair with its points. */
export function indexedPairs({ index, isLocked }: Wanted): PairGraph {
  const finder = peopleFinder(index)
  const { mentorAt, pool } = index
  const start = new Int32Array(pool.mentees.length + 1)
  let mentor = new Int32Array(1024)
  let value = new Int32Array(1024)
  const row = new Float64Array(mentorAt.length)
  let end = 0
  for (let j = 0; j < pool.mentees.length; j++) {
    const count = isLocked(j) ? 0 : finder.find(j)
    if (end + count > mentor.length) {
      mentor = grown(mentor, 2 * (end + count))
      value = grown(value, 2 * (end + count))
    }
    // Mentor and points in one number, so that the native sort puts the row in order.
    for (let n = 0; n < count; n++) {
      row[n] = mentorAt[finder.slot[n]] * POINTS_ROOM + finder.points(n, 0)
    }
    row.subarray(0, count).sort()
    for (let n = 0; n < count; n++) {
      const packed = row[n]
      mentor[end] = Math.floor(packed / POINTS_ROOM)
      value[end] = packed - mentor[end] * POINTS_ROOM
      end += 1
    }
    start[j + 1] = end
  }
  return {
    menteeCount: pool.mentees.length,
    mentorCount: pool.mentors.length,
    start,
    mentor: mentor.slice(0, end),
    value: value.slice(0, end),
  }
}

/** A power of two above any points: both fit into the 53 bits of a double. */
const POINTS_ROOM = 2 ** 20

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(room)
  to.set(from)
  return to
}

/** The pairs without ever holding them: each question is answered from the index. */
export function indexedRows({ index, isLocked }: Wanted): RowSource {
  const finder = peopleFinder(index)
  const { mentorAt, pool } = index
  let best = new Float64Array(64)
  const fill = ({ bidder, price, floor, least, limit }: RowQuery, row: Row): void => {
    if (best.length < limit) best = new Float64Array(2 * limit)
    const { column, value } = row
    const found = isLocked(bidder) ? 0 : finder.find(bidder)
    let count = 0
    let bar = floor
    let cut = floor
    for (let n = 0; n < found; n++) {
      const mentor = mentorAt[finder.slot[n]]
      const needed = bar + price[mentor]
      const points = finder.points(n, needed)
      const u = points - price[mentor]
      if (points === 0 || u <= bar) {
        // Not looked at closely, so no more is known than that it stays below the bar.
        cut = count === limit ? bar : cut
        continue
      }
      if (points < least) continue
      let to = count
      if (count === limit) cut = best[--to]
      else count += 1
      for (; to > 0 && best[to - 1] < u; to--) {
        best[to] = best[to - 1]
        column[to] = column[to - 1]
        value[to] = value[to - 1]
      }
      best[to] = u
      column[to] = mentor
      value[to] = points
      if (count === limit) bar = best[limit - 1]
    }
    row.count = count
    row.cut = cut
  }
  return {
    bidderCount: pool.mentees.length,
    columnCount: pool.mentors.length,
    fill,
    value(bidder, column) {
      if (isLocked(bidder)) return 0
      const excluded = pool.excluded.get(bidder)?.has(column) ?? false
      const context = { ...pool.context, excluded }
      return pointsOrZero(pool.mentors[column], pool.mentees[bidder], context)
    },
  }
}
