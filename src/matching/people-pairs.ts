import { keepPairs, type PairGraph } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { openSearch } from './people-search.ts'
import type { MenteeProfile } from './profile.ts'
import { roundedTotal } from './score.ts'
import { TERMS } from './weights.ts'

/** @param at offset of the pair's terms */
function weighed(terms: Int32Array, at: number, weights: readonly number[]): number {
  let sum = 0
  for (let k = 0; k < TERMS.length; k++) sum += weights[k] * terms[at + k]
  return roundedTotal(sum)
}

/** Pairs with `TERMS.length` unweighted terms each, in ppm. */
export type PairTerms = { graph: PairGraph; terms: Int32Array }

/** Every feasible pair with its points. */
export function indexedPairs(wanted: Wanted): PairGraph {
  return collectPairs(wanted, false).graph
}

/** Every feasible pair with its points and terms. */
export function indexedTerms(wanted: Wanted): PairTerms {
  return collectPairs(wanted, true)
}

function collectPairs({ index, isLocked, onMentee }: Wanted, withTerms: boolean): PairTerms {
  const menteeCount = index.queries.count
  const { mentorCount } = index
  const search = openSearch(index)
  const start = new Int32Array(menteeCount + 1)
  const placeOf = new Int32Array(mentorCount)
  let mentor = new Int32Array(1024)
  let value = new Int32Array(1024)
  let terms = new Int32Array(withTerms ? TERMS.length * 1024 : 0)
  let end = 0
  for (let j = 0; j < menteeCount; j++) {
    start[j + 1] = end
    if (isLocked(j)) continue
    const every = search.findEvery(j, 1)
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
    graph: { menteeCount, mentorCount, start, ...keepPairs(mentor, value, end) },
    terms: terms.slice(0, TERMS.length * end),
  }
}

/** The pairs under other weights, without those of locked mentees. */
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
  const { menteeCount, mentorCount } = graph
  return { menteeCount, mentorCount, start, ...keepPairs(mentor, value, end) }
}

export type Wanted = {
  index: PeopleIndex
  isLocked: (mentee: number) => boolean
  /** Called after each mentee. */
  onMentee?: (() => void) | undefined
}

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(room)
  to.set(from)
  return to
}
