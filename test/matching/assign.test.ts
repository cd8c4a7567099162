import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import {
  buildGraph,
  graphRows,
  type PairGraph,
  transposeGraph,
  type ValuedPair,
} from '../../src/matching/graph.ts'
import {
  type AssignmentProblem,
  type AssignmentSolution,
  type Objective,
  solveAssignment,
} from '../../src/matching/objectives.ts'
import { largerInstance, randomNumbers, rowsToCheck } from './instances.ts'

const OBJECTIVES: Objective[] = ['score', 'coverage', 'worst-off']

/** Solves, and fails without a proof. */
function proved(
  graph: PairGraph,
  capacity: Int32Array,
  rest: Partial<AssignmentProblem> = {},
): AssignmentSolution {
  const problem = { rows: graphRows(graph), capacity, objective: 'score' as Objective, ...rest }
  const solution = solveAssignment(problem)
  expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
  return solution
}

function fullGraph(
  mentees: number,
  mentors: number,
  value: (mentee: number, mentor: number) => number,
): PairGraph {
  const pairs: ValuedPair[] = []
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      pairs.push({ mentee, mentor, value: value(mentee, mentor) })
    }
  }
  return buildGraph(mentees, mentors, pairs)
}

function filled(length: number, value: number): Int32Array {
  return new Int32Array(length).fill(value)
}

describe.each(OBJECTIVES)('solving hard instances: %s', (objective) => {
  it('solves when one side is empty, or both, or no pair is feasible', () => {
    expect(proved(buildGraph(0, 0, []), filled(0, 1), { objective }).matched).toBe(0)
    expect(proved(buildGraph(3, 0, []), filled(0, 1), { objective }).matched).toBe(0)
    expect(proved(buildGraph(0, 3, []), filled(3, 1), { objective }).matched).toBe(0)
    expect(proved(buildGraph(3, 3, []), filled(3, 1), { objective }).matched).toBe(0)
  })

  it('solves when no mentor has a place left', () => {
    const graph = fullGraph(20, 10, () => 1_000_000)
    expect(proved(graph, filled(10, 0), { objective }).matched).toBe(0)
  })

  it('is exact when all scores are equal and everyone is identical', () => {
    const graph = fullGraph(150, 100, () => 500_000)
    const { matched, total, mentorOf } = proved(graph, filled(100, 1), { objective })
    expect([matched, total]).toEqual([100, 50_000_000])
    // All have waited equally long: lower numbers are placed.
    expect(mentorOf.findIndex((mentor) => mentor < 0)).toBe(100)
  })

  it('is exact when rows are long and all want the same few columns', () => {
    const random = randomNumbers(1)
    const graph = fullGraph(600, 1100, (_, mentor) => 600 * mentor + 1 + random(300_000))
    expect(proved(graph, filled(1100, 1), { objective }).matched).toBe(600)
  })

  it('is exact when all want the same mentor', () => {
    const graph = fullGraph(200, 120, (mentee, mentor) =>
      mentor === 0 ? 1_000_000 - mentee : 1000 + ((mentee * mentor) % 7),
    )
    for (const places of [1, 8]) {
      const capacity = filled(120, 1)
      capacity[0] = places
      const { matched, mentorOf } = proved(graph, capacity, { objective })
      expect(matched).toBe(119 + places)
      expect(mentorOf.filter((mentor) => mentor === 0).length).toBe(places)
    }
  })

  it('is exact when mentors are scarce, and all are full', () => {
    const { graph, problem } = largerInstance(3, 400, 60, objective)
    proved(graph, filled(60, 2), problem)
    proved(graph, filled(60, 1), { ...problem, columns: () => graphRows(transposeGraph(graph)) })
  })

  it('is exact with eight places a mentor', () => {
    const { graph, problem } = largerInstance(5, 300, 40, objective)
    const capacity = filled(40, 8)
    proved(graph, capacity, { ...problem, capacity })
  })

  it('is exact and fast on layered chains, where one new mentee moves all others', () => {
    // Mentee k fits mentors k and k + 1 and slightly prefers k + 1; two mentees compete for the last.
    const n = 2000
    const pairs: ValuedPair[] = []
    for (let k = 0; k < n; k++) {
      pairs.push({ mentee: k, mentor: k, value: 500_000 })
      if (k + 1 < n) pairs.push({ mentee: k, mentor: k + 1, value: 500_001 })
    }
    pairs.push({ mentee: n, mentor: n - 1, value: 999_999 })
    pairs.push({ mentee: n + 1, mentor: n - 1, value: 999_998 })
    const { matched } = proved(buildGraph(n + 2, n, pairs), filled(n, 1), { objective })
    expect(matched).toBe(n)
  })

  it('is exact on squares of products, the usual worst case of auctions', () => {
    const graph = fullGraph(70, 70, (mentee, mentor) => (mentee + 1) * (mentor + 1))
    const { total } = proved(graph, filled(70, 1), { objective })
    if (objective === 'score') expect(total).toBe((70 * 71 * 141) / 6)
  })
})

describe('solving', () => {
  it('gives the same solution for any order of the pairs', () => {
    const { graph } = largerInstance(9, 200, 120, 'score')
    const pairs: ValuedPair[] = []
    for (let mentee = 0; mentee < 200; mentee++) {
      for (let at = graph.start[mentee]; at < graph.start[mentee + 1]; at++) {
        // Few different values give many equally good assignments.
        pairs.push({ mentee, mentor: graph.mentor[at], value: 1 + (graph.value[at] % 5) })
      }
    }
    for (const objective of OBJECTIVES) {
      const solve = (): AssignmentSolution =>
        proved(buildGraph(200, 120, pairs), filled(120, 1), { objective })
      const before = solve()
      const random = randomNumbers(4)
      for (let n = pairs.length - 1; n > 0; n--) {
        const other = random(n + 1)
        const pair = pairs[n]
        pairs[n] = pairs[other]
        pairs[other] = pair
      }
      expect(solve()).toEqual(before)
    }
  })

  it('keeps an earlier solution when nothing has changed', () => {
    const graph = fullGraph(60, 40, (mentee, mentor) => 1 + ((mentee + mentor) % 2))
    for (const objective of OBJECTIVES) {
      const first = proved(graph, filled(40, 1), { objective })
      const again = proved(graph, filled(40, 1), { objective, earlier: first.mentorOf })
      expect(again.mentorOf).toEqual(first.mentorOf)
      // Another optimal assignment: two equal mentees are swapped.
      const swapped = first.mentorOf.slice()
      const a = swapped.findIndex((mentor) => mentor >= 0)
      const b = swapped.findIndex((mentor, j) => j > a && mentor >= 0 && (j - a) % 2 === 0)
      ;[swapped[a], swapped[b]] = [swapped[b], swapped[a]]
      const kept = proved(graph, filled(40, 1), { objective, earlier: swapped })
      expect(kept.mentorOf).toEqual(swapped)
    }
  })

  it('is proved from its row source as well', () => {
    const { graph, problem } = largerInstance(21, 150, 100, 'coverage')
    const solution = solveAssignment(problem)
    expect(findViolations(rowsToCheck(graphRows(graph)), problem, solution)).toEqual([])
  })

  it('matches 3,000 with 2,000 under every objective, and proves it', { timeout: 60_000 }, () => {
    for (const objective of OBJECTIVES) {
      const { graph, problem } = largerInstance(31, 3000, 2000, objective)
      proved(graph, problem.capacity, problem)
    }
  })

  const refused: [string, Partial<AssignmentProblem>, string][] = [
    [
      'a mentee who is locked twice',
      { locked: [pair(0, 0), pair(0, 1)] },
      'Mentee 0 is locked twice',
    ],
    [
      'more locks than places',
      { locked: [pair(0, 0), pair(1, 0)] },
      'Mentor 0 has 1 free places, fewer than its locked pairs',
    ],
    [
      'the lock of a pair that is excluded or infeasible',
      { locked: [pair(2, 0)] },
      'mentee 2 and mentor 0 are not feasible',
    ],
    ['the lock of someone who does not exist', { locked: [pair(7, 0)] }, 'there is no mentee 7'],
    [
      'a negative number of places',
      { capacity: Int32Array.of(-1, 1) },
      'Mentor 0 has -1 free places',
    ],
  ]
  it.each(refused)('refuses %s', (_, part, message) => {
    const graph = buildGraph(3, 2, [
      { mentee: 0, mentor: 0, value: 5 },
      { mentee: 0, mentor: 1, value: 5 },
      { mentee: 1, mentor: 0, value: 5 },
    ])
    const problem = { rows: graphRows(graph), capacity: filled(2, 1), objective: 'score' as const }
    expect(() => solveAssignment({ ...problem, ...part })).toThrow(message)
  })
})

describe('building a graph', () => {
  it.each([
    [[{ mentee: 0, mentor: 0, value: 0 }], 'value 0 is not an integer'],
    [[{ mentee: 0, mentor: 0, value: 1_000_001 }], 'value 1000001 is not an integer'],
    [[{ mentee: 0, mentor: 0, value: 1.5 }], 'value 1.5 is not an integer'],
    [[{ mentee: 1, mentor: 0, value: 1 }], 'there is no mentee 1'],
    [[{ mentee: 0, mentor: -1, value: 1 }], 'there is no mentor -1'],
    [
      [
        { mentee: 0, mentor: 0, value: 1 },
        { mentee: 0, mentor: 0, value: 2 },
      ],
      'Pair 1 was given before',
    ],
  ])('refuses %j', (pairs, message) => {
    expect(() => buildGraph(1, 1, pairs)).toThrow(message)
  })
})

function pair(mentee: number, mentor: number): { mentee: number; mentor: number } {
  return { mentee, mentor }
}
