import { copyInts, openArena } from '../../src/matching/arena.ts'
import type { PairsToCheck } from '../../src/matching/certificate.ts'
import type { Pair, PairGraph, RowSource, ValuedPair } from '../../src/matching/graph.ts'
import { buildGraph, graphRows } from '../../src/matching/graph.ts'
import type { AssignmentProblem, Objective } from '../../src/matching/objectives.ts'

/** mulberry32, a small seeded generator: the same instances on every machine. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export interface Instance {
  graph: PairGraph
  problem: AssignmentProblem
}

/** Few distinct values, so that ties and shortages are common. */
export function smallInstance(seed: number, objective: Objective): Instance {
  const random = randomNumbers(seed)
  const mentees = random(6)
  const mentors = random(5)
  const density = 1 + random(10)
  const highest = [1, 2, 3, 10, 1_000_000][random(5)]
  const pairs: ValuedPair[] = []
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (random(10) < density) pairs.push({ mentee, mentor, value: 1 + random(highest) })
    }
  }
  const graph = buildGraph(mentees, mentors, pairs)
  const capacity = Int32Array.from({ length: mentors }, () => [0, 1, 1, 1, 2, 3][random(6)])
  const days = 1 + random(4)
  const waitingDays = Int32Array.from({ length: mentees }, () => random(days))
  const locked: Pair[] = []
  const room = capacity.slice()
  for (let mentee = 0; mentee < mentees && random(3) === 0; mentee++) {
    const choice = pairs.filter((p) => p.mentee === mentee && room[p.mentor] > 0)
    if (choice.length === 0) continue
    const { mentor } = choice[random(choice.length)]
    room[mentor]--
    locked.push({ mentee, mentor })
  }
  const problem = { rows: graphRows(graph), capacity, objective, waitingDays, locked }
  return { graph, problem }
}

/** Every assignment within places and locks, as mentor per mentee or -1. */
export function* everyAssignment({ graph, problem }: Instance): Generator<Int32Array> {
  const mentorOf = new Int32Array(graph.menteeCount).fill(-1)
  const room = problem.capacity.slice()
  const fixed = new Map((problem.locked ?? []).map((pair) => [pair.mentee, pair.mentor]))
  function* place(mentee: number): Generator<Int32Array> {
    if (mentee === graph.menteeCount) {
      yield mentorOf
      return
    }
    if (!fixed.has(mentee)) yield* place(mentee + 1)
    for (let at = graph.start[mentee]; at < graph.start[mentee + 1]; at++) {
      const mentor = graph.mentor[at]
      if (room[mentor] === 0) continue
      if (fixed.has(mentee) && fixed.get(mentee) !== mentor) continue
      room[mentor]--
      mentorOf[mentee] = mentor
      yield* place(mentee + 1)
      mentorOf[mentee] = -1
      room[mentor]++
    }
  }
  yield* place(0)
}

/**
 * The worth of an assignment, most important first, computed directly from the definition. The lowest value
 * ignores locked pairs, which are not a choice.
 */
export function worthOf({ problem }: Instance, mentorOf: Int32Array): number[] {
  const values = Array.from(mentorOf, (mentor, mentee) =>
    mentor < 0 ? 0 : problem.rows.value(mentee, mentor),
  )
  const total = values.reduce((sum, value) => sum + value, 0)
  if (problem.objective === 'score') return [total]
  const matched = values.filter((value) => value > 0).length
  if (problem.objective === 'worst-off') {
    const locked = new Set((problem.locked ?? []).map((pair) => pair.mentee))
    const chosen = values.filter((value, mentee) => value > 0 && !locked.has(mentee))
    return [matched, Math.min(...chosen, 1_000_000), total]
  }
  const waiting = Array.from(mentorOf)
    .map((mentor, mentee) => (mentor < 0 ? -1 : (problem.waitingDays?.[mentee] ?? 0)))
    .sort((a, b) => b - a)
  return [matched, ...waiting, total]
}

export function compareWorth(a: number[], b: number[]): number {
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return a[n] - b[n]
  return 0
}

/** Sparse and uneven: many want the first mentors, and places are short in parts. */
export function largerInstance(
  seed: number,
  mentees: number,
  mentors: number,
  objective: Objective,
): Instance {
  const random = randomNumbers(seed)
  const pairs: ValuedPair[] = []
  for (let mentee = 0; mentee < mentees; mentee++) {
    const chosen = new Set<number>()
    for (let n = 1 + random(12); n > 0; n--) {
      chosen.add(random(2) === 0 ? random(mentors) : random(Math.ceil(mentors / 5)))
    }
    for (const mentor of chosen) pairs.push({ mentee, mentor, value: 1 + random(1_000_000) })
  }
  const graph = buildGraph(mentees, mentors, pairs)
  const capacity = Int32Array.from({ length: mentors }, () => 1 + random(2))
  const waitingDays = Int32Array.from({ length: mentees }, () => random(30))
  return { graph, problem: { rows: graphRows(graph), capacity, objective, waitingDays } }
}

/** The same pairs in memory that the compiled search reads, as for a large graph. */
export function inArena(graph: PairGraph): PairGraph {
  const arena = openArena()
  const mentor = copyInts(arena, graph.mentor)
  return { ...graph, arena, mentor, value: copyInts(arena, graph.value) }
}

/** The pairs as the solver sees them, through the best of each row. */
export function rowsToCheck(rows: RowSource): PairsToCheck {
  const row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  return {
    menteeCount: rows.bidderCount,
    mentorCount: rows.columnCount,
    value: (mentee, mentor) => rows.value(mentee, mentor),
    findAbove: (price, floor, least) => () =>
      Int32Array.from(floor, (own, bidder) => {
        rows.fill({ bidder, price, floor: own, least, limit: 1 }, row)
        return row.count > 0 ? row.column[0] : -1
      }),
  }
}
