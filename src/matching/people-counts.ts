import { bitCount } from './availability.ts'
import { menteeObstacles, mentorObstacles, obstacles } from './constraints.ts'
import { tenths } from './distance.ts'
import {
  ACCEPTS_GENDER,
  BLOCK,
  CHILDREN,
  IN_PERSON,
  INSISTS_ON_AGE,
  IS_GENDER,
  ONLINE,
  PLACE,
} from './kernel/assembly/constants.ts'
import type { PeopleIndex } from './people-index.ts'
import { type MenteeQuery, queryReader, type Span } from './people-question.ts'
import { openSearch } from './people-search.ts'
import type { Pool } from './pool.ts'
import type { PairCounts, ReasonCode } from './types.ts'

export type Tally = { feasible: number; reasons: PairCounts['infeasible'] }

/** Tallies of all pairs, and of each requested person, by position. */
export type Tallies = {
  all: Tally
  mentors: ReadonlyMap<number, Tally>
  mentees: ReadonlyMap<number, Tally>
}

/** In the order of `obstacles`. */
const CODES: readonly ReasonCode[] = [
  'same-person',
  'excluded',
  'not-ready',
  'requirement-missing',
  'requirement-expiring',
  'no-place',
  'away',
  'no-common-way',
  'too-far',
  'children',
  'gender-wish',
  'age-wish',
  'no-common-language',
  'no-common-time',
]
const FEASIBLE = CODES.length
const [NO_WAY, TOO_FAR, CHILDREN_ALONG, GENDER_WISH, AGE_WISH, NO_LANGUAGE, NO_TIME] = (
  [
    'no-common-way',
    'too-far',
    'children',
    'gender-wish',
    'age-wish',
    'no-common-language',
    'no-common-time',
  ] as const
).map((code) => CODES.indexOf(code))

type Counter = Float64Array

/**
 * Counts the pairs that each reason closes first, as `obstacles` gives it, but 32 pairs at a time. People
 * closed to everyone, and blocks out of reach, are counted as a whole.
 * @param counted positions of the people who get a tally of their own
 */
export function tallyReasons(
  pool: Pool,
  index: PeopleIndex,
  counted: { mentors: readonly number[]; mentees: readonly number[] },
): Tallies {
  const tally = openTally(counted)
  countOpen(pool, index, tally)
  countClosedMentors(pool, tally)
  countClosedMentees(pool, tally)
  moveExcluded(pool, tally)
  const read = (counters: ReadonlyMap<number, Counter>) =>
    new Map([...counters].map(([at, counter]) => [at, readCounter(counter)]))
  return {
    all: readCounter(tally.all),
    mentors: read(tally.mentors),
    mentees: read(tally.mentees),
  }
}

type OpenTally = {
  all: Counter
  mentors: ReadonlyMap<number, Counter>
  mentees: ReadonlyMap<number, Counter>
}

function openTally(counted: { mentors: readonly number[]; mentees: readonly number[] }): OpenTally {
  const counters = (of: readonly number[]) => new Map(of.map((at) => [at, newCounter()]))
  return {
    all: newCounter(),
    mentors: counters(counted.mentors),
    mentees: counters(counted.mentees),
  }
}

function newCounter(): Counter {
  return new Float64Array(CODES.length + 1)
}

function readCounter(counter: Counter): Tally {
  const reasons = CODES.map((code, at) => ({ code, count: counter[at] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  return { feasible: counter[FEASIBLE], reasons }
}

function add({ all, mentors, mentees }: OpenTally, i: number, j: number, code: number, n = 1) {
  all[code] += n
  const ofMentor = mentors.get(i)
  if (ofMentor !== undefined) ofMentor[code] += n
  const ofMentee = mentees.get(j)
  if (ofMentee !== undefined) ofMentee[code] += n
}

/** Counts ready mentees against the mentors of the index. */
function countOpen(pool: Pool, index: PeopleIndex, tally: OpenTally): void {
  const { blocks, words, mentorAt } = index
  const search = openSearch(index)
  const { found: near, findNear } = search
  const readQuery = queryReader(index, search)
  const masks = new Int32Array(CODES.length + 1)
  const countedWords = countedBits(index, tally)
  const inPersonIn = Int32Array.from({ length: blocks }, (_, block) =>
    bitCount(words[IN_PERSON * blocks + block]),
  )
  const allIn = Int32Array.from({ length: blocks }, (_, block) => bitCount(mentorsIn(index, block)))
  const total = { inPerson: sum(inPersonIn), all: sum(allIn) }
  // Per requested mentor: how many mentees were compared, and how many of those meet in person.
  const visits = new Map([...tally.mentors.keys()].map((i) => [i, { all: 0, inPerson: 0 }]))
  const ready = { all: 0, inPerson: 0 }
  for (let j = 0; j < pool.mentees.length; j++) {
    const query = readQuery(j)
    if (query === null) continue
    const { inPerson } = query
    ready.all += 1
    if (inPerson) ready.inPerson += 1
    const ofMentee = tally.mentees.get(j)
    const reached = { inPerson: 0, all: 0 }
    const count = findNear(j)
    for (let n = 0; n < count; n++) {
      if (near.open[n] === 0) continue
      const block = near.block[n]
      splitBlock(index, block, near.away[n] >= 0, query, masks)
      reached.all += allIn[block]
      reached.inPerson += inPersonIn[block]
      for (let code = NO_WAY; code <= FEASIBLE; code++) {
        if (masks[code] === 0) continue
        const closed = bitCount(masks[code])
        tally.all[code] += closed
        if (ofMentee !== undefined) ofMentee[code] += closed
        for (let bits = masks[code] & countedWords[block]; bits !== 0; bits &= bits - 1) {
          const i = mentorAt[block * BLOCK + 31 - Math.clz32(bits & -bits)]
          tally.mentors.get(i)![code] += 1
          const visit = visits.get(i)!
          visit.all += 1
          if (inPerson) visit.inPerson += 1
        }
      }
    }
    // All blocks that the search did not return are out of reach.
    const far = inPerson ? total.inPerson - reached.inPerson : 0
    const apart = total.all - reached.all - far
    for (const counter of [tally.all, ofMentee]) {
      if (counter === undefined) continue
      counter[TOO_FAR] += far
      counter[NO_WAY] += apart
    }
  }
  for (const [i, visit] of visits) {
    const mentor = pool.mentors[i]
    if (mentorObstacles(mentor, pool.context).length > 0) continue
    const far = mentor.inPerson ? ready.inPerson - visit.inPerson : 0
    tally.mentors.get(i)![TOO_FAR] += far
    tally.mentors.get(i)![NO_WAY] += ready.all - visit.all - far
  }
}

function mentorsIn({ words, blocks }: PeopleIndex, block: number): number {
  return words[IN_PERSON * blocks + block] | words[ONLINE * blocks + block]
}

function countedBits({ mentorAt, blocks }: PeopleIndex, tally: OpenTally): Int32Array {
  const counted = new Int32Array(blocks)
  mentorAt.forEach((i, slot) => {
    if (tally.mentors.has(i)) counted[Math.floor(slot / BLOCK)] |= 1 << (slot % BLOCK)
  })
  return counted
}

function sum(values: Int32Array): number {
  return values.reduce((a, b) => a + b, 0)
}

/** Splits the mentors of a block by what closes them first to this mentee; the masks are disjoint. */
function splitBlock(
  index: PeopleIndex,
  block: number,
  isNear: boolean,
  query: MenteeQuery,
  masks: Int32Array,
): void {
  const { words, blocks } = index
  const { online, inPerson, gender, needsGender, danish } = query
  masks.fill(0)
  const all = mentorsIn(index, block)
  const both = inPerson ? words[IN_PERSON * blocks + block] : 0
  let ok = online ? words[ONLINE * blocks + block] : 0
  if (isNear) ok |= withinReach(index, block, query, both & ~ok)
  masks[TOO_FAR] = both & ~ok
  masks[NO_WAY] = all & ~both & ~ok
  const closeUnless = (code: number, mask: number) => {
    masks[code] |= ok & ~mask
    ok &= mask
  }
  if (query.childrenAlong) closeUnless(CHILDREN_ALONG, words[CHILDREN * blocks + block])
  if (needsGender >= 0) closeUnless(GENDER_WISH, words[(IS_GENDER + needsGender) * blocks + block])
  if (query.insistsOnAge) {
    closeUnless(
      AGE_WISH,
      filterBits(block, ok, (slot) => suitsMentee(index, slot, query)),
    )
  }
  closeUnless(GENDER_WISH, words[(ACCEPTS_GENDER + gender) * blocks + block])
  const insisting = words[INSISTS_ON_AGE * blocks + block] & ok
  const accepting = filterBits(block, insisting, (slot) => suitsMentor(index, slot, query))
  closeUnless(AGE_WISH, ~insisting | accepting)
  if (!query.interpreterAcceptable) {
    const inDanish = danish < 0 ? 0 : words[danish + block]
    closeUnless(NO_LANGUAGE, inDanish | anyOf(words, query.others, block, ok & ~inDanish))
  }
  closeUnless(NO_TIME, anyOf(words, query.times, block, ok))
  masks[FEASIBLE] = ok
}

function filterBits(block: number, mask: number, holds: (slot: number) => boolean): number {
  let found = 0
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits)
    if (holds(block * BLOCK + bit)) found |= 1 << bit
  }
  return found
}

function withinReach(
  { places, queries }: PeopleIndex,
  block: number,
  { mentee, limitTenths }: MenteeQuery,
  mask: number,
): number {
  let found = 0
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits)
    const slot = block * BLOCK + bit
    const distance = tenths(
      places[PLACE * slot] - queries.places[3 * mentee],
      places[PLACE * slot + 1] - queries.places[3 * mentee + 1],
      places[PLACE * slot + 2] + queries.places[3 * mentee + 2],
    )
    if (distance <= limitTenths && distance <= places[PLACE * slot + 3]) found |= 1 << bit
  }
  return found
}

/** Union of the listed bitsets; stops once it contains all of `wanted`. */
function anyOf(words: Int32Array, { list, from, to }: Span, block: number, wanted: number): number {
  let found = 0
  for (let at = from; at < to && (found & wanted) !== wanted; at++) {
    found |= words[list[at] + block]
  }
  return found
}

function suitsMentee(
  { ages }: PeopleIndex,
  slot: number,
  { ageFrom, ageTo }: MenteeQuery,
): boolean {
  return ages[slot] >= ageFrom && ages[slot] <= ageTo
}

function suitsMentor({ ageWishes }: PeopleIndex, slot: number, { age }: MenteeQuery): boolean {
  return age >= ageWishes[2 * slot] && age <= ageWishes[2 * slot + 1]
}

/** Counts mentors closed to everyone against the ready mentees. */
function countClosedMentors(pool: Pool, tally: OpenTally): void {
  const ready = openMentees(pool)
  pool.mentors.forEach((mentor, i) => {
    const [first] = mentorObstacles(mentor, pool.context)
    if (first === undefined) return
    const code = CODES.indexOf(first.code)
    tally.all[code] += ready.length
    const ofMentor = tally.mentors.get(i)
    if (ofMentor !== undefined) ofMentor[code] += ready.length
    for (const j of ready) {
      const ofMentee = tally.mentees.get(j)
      if (ofMentee !== undefined) ofMentee[code] += 1
    }
  })
}

/** Counts mentees closed to everyone: not ready yet, or away for weeks. */
function countClosedMentees(pool: Pool, tally: OpenTally): void {
  pool.mentees.forEach((mentee, j) => {
    const [first] = menteeObstacles(mentee, pool.context)
    if (first === undefined) return
    const code = CODES.indexOf(first.code)
    tally.all[code] += pool.mentors.length
    for (const ofMentor of tally.mentors.values()) ofMentor[code] += 1
    const ofMentee = tally.mentees.get(j)
    if (ofMentee !== undefined) ofMentee[code] += pool.mentors.length
  })
}

function openMentees(pool: Pool): number[] {
  return [...pool.mentees.keys()].filter(
    (j) => menteeObstacles(pool.mentees[j], pool.context).length === 0,
  )
}

/** Moves excluded pairs, and people paired with themselves, from the reason they were counted under. */
function moveExcluded(pool: Pool, tally: OpenTally): void {
  const { mentors, mentees, context } = pool
  const mentorIds = new Map(mentors.map(({ mentor }, i) => [mentor.id, i]))
  mentees.forEach((mentee, j) => {
    const self = mentorIds.get(mentee.mentee.id)
    const moved = new Set(pool.excluded.get(j) ?? [])
    if (self !== undefined) moved.add(self)
    for (const i of moved) {
      const [first] = obstacles(mentors[i], mentee, context).filter(
        ({ code }) => code !== 'same-person',
      )
      add(tally, i, j, first === undefined ? FEASIBLE : CODES.indexOf(first.code), -1)
      add(tally, i, j, CODES.indexOf(i === self ? 'same-person' : 'excluded'))
    }
  })
}
