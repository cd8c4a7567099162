import type { PairGraph } from './graph.ts'
import { anyOf, emptyBlocks, findOpen } from './people-blocks.ts'
import type { PeopleIndex } from './people-index.ts'
import { PREFERS } from './people-kinds.ts'
import {
  commonQuarters,
  INTEREST_VALUES,
  mayMeet,
  SHARED,
  TIME_VALUES,
  wayValue,
  wishBits,
} from './people-points.ts'
import { questions } from './people-question.ts'
import type { MenteeProfile } from './profile.ts'
import { coverageValue, roundedTotal } from './score.ts'
import { TERMS } from './weights.ts'

/** All that one mentee can be proposed with, in no special order; overwritten by the next question. */
export type Every = {
  count: number
  mentor: Int32Array
  points: Int32Array
  /** What each of TERMS gives, in ppm, before anything is weighed: `TERMS.length` of each. */
  terms: Int32Array
}

/** Answers with every feasible pair of one mentee that has at least so many points. */
export function everyPair(index: PeopleIndex): (mentee: number, least: number) => Every {
  const { words, blocks, mentorAt, tongueAt, mentorCount, asking } = index
  const ask = questions(index)
  const found = emptyBlocks(index)
  const { block: blockAt, away, open, room, one, two, three } = found
  const every: Every = {
    count: 0,
    mentor: new Int32Array(mentorCount),
    points: new Int32Array(mentorCount),
    terms: new Int32Array(TERMS.length * mentorCount),
  }
  const { terms } = every
  return (mentee, least) => {
    every.count = 0
    const question = ask(mentee)
    if (question === null) return every
    findOpen(index, question, found)
    const { planes } = found
    const { lists, prefers, needTotal, total, tongueFrom, weights, waitingValue } = question
    for (let n = 0; n < found.count; n++) {
      const block = blockAt[n]
      const preferring = prefers ? -1 : words[PREFERS * blocks + block]
      const isNear = away[n] >= 0
      const free = anyOf(words, lists, question.times, block, open[n])
      for (let bits = open[n] & free; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits)
        const slot = (block << 5) + bit
        const wayThere = wayValue(index, slot, question, isNear)
        if (wayThere === 0 || !mayMeet(index, slot, question)) continue
        let covered = 0
        for (let at = 0; total >> at !== 0; at++) {
          covered |= ((planes[at * room + n] >>> bit) & 1) << at
        }
        const wishes = (preferring >>> bit) & 1 ? wishBits(index, slot, question) : 0
        const shared = ((one[n] >>> bit) & 1) + ((two[n] >>> bit) & 1) + ((three[n] >>> bit) & 1)
        const to = TERMS.length * every.count
        terms[to] = coverageValue(covered, needTotal)
        terms[to + 1] = asking.tongues[tongueFrom + tongueAt[slot]]
        terms[to + 2] = TIME_VALUES[commonQuarters(index, slot, question)]
        terms[to + 3] = waitingValue
        terms[to + 4] = wayThere
        terms[to + 5] = INTEREST_VALUES[wishes * SHARED + shared]
        const points = weighed(terms, to, weights)
        if (points < least) continue
        every.mentor[every.count] = mentorAt[slot]
        every.points[every.count] = points
        every.count += 1
      }
    }
    return every
  }
}

/** @param at where the terms of the pair begin */
function weighed(terms: Int32Array, at: number, weights: readonly number[]): number {
  let sum = 0
  for (let k = 0; k < TERMS.length; k++) sum += weights[k] * terms[at + k]
  return roundedTotal(sum)
}

/** Pairs with their terms: what can be weighed again. */
export type PairTerms = { graph: PairGraph; terms: Int32Array }

/** Every feasible pair with its points. */
export function indexedPairs(wanted: Wanted): PairGraph {
  return collectPairs(wanted, false).graph
}

/** The same, with the terms. */
export function indexedTerms(wanted: Wanted): PairTerms {
  return collectPairs(wanted, true)
}

function collectPairs({ index, isLocked, onMentee }: Wanted, withTerms: boolean): PairTerms {
  const menteeCount = index.asking.count
  const { mentorCount } = index
  const ask = everyPair(index)
  const start = new Int32Array(menteeCount + 1)
  const placeOf = new Int32Array(mentorCount)
  let mentor = new Int32Array(1024)
  let value = new Int32Array(1024)
  let terms = new Int32Array(withTerms ? TERMS.length * 1024 : 0)
  let end = 0
  for (let j = 0; j < menteeCount; j++) {
    start[j + 1] = end
    if (isLocked(j)) continue
    const every = ask(j, 1)
    const { count } = every
    if (end + count > mentor.length) {
      mentor = grown(mentor, 2 * (end + count))
      value = grown(value, 2 * (end + count))
      if (withTerms) terms = grown(terms, TERMS.length * mentor.length)
    }
    for (let n = 0; n < count; n++) placeOf[every.mentor[n]] = n
    const sorted = every.mentor.subarray(0, count).sort()
    for (const column of sorted) {
      const n = placeOf[column]
      mentor[end] = column
      value[end] = every.points[n]
      if (withTerms) {
        for (let k = 0; k < TERMS.length; k++) {
          terms[TERMS.length * end + k] = every.terms[TERMS.length * n + k]
        }
      }
      end += 1
    }
    start[j + 1] = end
    onMentee?.()
  }
  return {
    graph: {
      menteeCount,
      mentorCount,
      start,
      mentor: mentor.slice(0, end),
      value: value.slice(0, end),
    },
    terms: terms.slice(0, TERMS.length * end),
  }
}

/** The same pairs under other weights, and without those of whoever is settled. */
export function weighPairs(
  { graph, terms }: PairTerms,
  mentees: readonly Pick<MenteeProfile, 'weights'>[],
  isLocked: (mentee: number) => boolean,
): PairGraph {
  const start = new Int32Array(graph.start.length)
  const mentor = new Int32Array(graph.mentor.length)
  const value = new Int32Array(graph.value.length)
  let end = 0
  mentees.forEach(({ weights }, j) => {
    const to = isLocked(j) ? graph.start[j] : graph.start[j + 1]
    for (let at = graph.start[j]; at < to; at++) {
      mentor[end] = graph.mentor[at]
      value[end] = weighed(terms, TERMS.length * at, weights)
      end += 1
    }
    start[j + 1] = end
  })
  return { ...graph, start, mentor: mentor.slice(0, end), value: value.slice(0, end) }
}

/** Who is settled already, and so asks for nobody. */
export type Wanted = {
  index: PeopleIndex
  isLocked: (mentee: number) => boolean
  /** Called when the pairs of one more mentee are known, where all are looked for at once. */
  onMentee?: (() => void) | undefined
}

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(room)
  to.set(from)
  return to
}
