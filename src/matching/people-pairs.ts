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
  weighNeeds,
  wishBits,
} from './people-points.ts'
import { questions } from './people-question.ts'
import { roundedTotal } from './score.ts'

/** All that one mentee can be proposed with, in no special order; overwritten by the next question. */
export type Every = { count: number; mentor: Int32Array; points: Int32Array }

/** Answers with every feasible pair of one mentee that has at least so many points. */
export function everyPair(index: PeopleIndex): (mentee: number, least: number) => Every {
  const { words, blocks, mentorAt, tongueAt, mentorCount, asking } = index
  const ask = questions(index)
  const found = emptyBlocks(index)
  const { block: blockAt, away, open, room, one, two, three } = found
  const topics = { sums: new Float64Array(16) }
  const every: Every = {
    count: 0,
    mentor: new Int32Array(mentorCount),
    points: new Int32Array(mentorCount),
  }
  return (mentee, least) => {
    every.count = 0
    const question = ask(mentee)
    if (question === null) return every
    findOpen(index, question, found)
    const { planes } = found
    const { lists, prefers, total, tongueFrom } = question
    const [, ofLanguage, ofTime, ofWaiting, ofWay, ofInterests] = question.weights
    weighNeeds(question, topics)
    const certain = ofWaiting * question.waitingValue
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
        const points = roundedTotal(
          certain +
            topics.sums[covered] +
            ofLanguage * asking.tongues[tongueFrom + tongueAt[slot]] +
            ofTime * TIME_VALUES[commonQuarters(index, slot, question)] +
            ofWay * wayThere +
            ofInterests * INTEREST_VALUES[wishes * SHARED + shared],
        )
        if (points < least) continue
        every.mentor[every.count] = mentorAt[slot]
        every.points[every.count] = points
        every.count += 1
      }
    }
    return every
  }
}

/** Every feasible pair with its points. */
export function indexedPairs({ index, isLocked, onMentee }: Wanted): PairGraph {
  const menteeCount = index.asking.count
  const { mentorCount } = index
  const ask = everyPair(index)
  const start = new Int32Array(menteeCount + 1)
  const pointsWith = new Int32Array(mentorCount)
  let mentor = new Int32Array(1024)
  let value = new Int32Array(1024)
  let end = 0
  for (let j = 0; j < menteeCount; j++) {
    start[j + 1] = end
    if (isLocked(j)) continue
    const every = ask(j, 1)
    const { count } = every
    if (end + count > mentor.length) {
      mentor = grown(mentor, 2 * (end + count))
      value = grown(value, 2 * (end + count))
    }
    for (let n = 0; n < count; n++) pointsWith[every.mentor[n]] = every.points[n]
    every.mentor.subarray(0, count).sort()
    for (let n = 0; n < count; n++) {
      mentor[end] = every.mentor[n]
      value[end] = pointsWith[every.mentor[n]]
      end += 1
    }
    start[j + 1] = end
    onMentee?.()
  }
  return {
    menteeCount,
    mentorCount,
    start,
    mentor: mentor.slice(0, end),
    value: value.slice(0, end),
  }
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
