import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import { makeFirstRows } from '../../src/matching/first-rows.ts'
import { buildGraph, graphRows, type RowSource } from '../../src/matching/graph.ts'
import { type Objective, solveAssignment } from '../../src/matching/objectives.ts'
import { type Instance, largerInstance, randomNumbers, smallInstance } from './instances.ts'
import { seeded, shuffled } from './pool.ts'

const OBJECTIVES: Objective[] = ['score', 'coverage', 'worst-off']

function inOrder({ bidderCount }: RowSource): Int32Array {
  return Int32Array.from({ length: bidderCount }, (_, bidder) => bidder)
}

/** Everyone could go to about thirty, which is more than a first row holds, and all want the same few. */
function crowded(seed: number, objective: Objective): Instance {
  const random = randomNumbers(seed)
  const [mentees, mentors] = [70, 60]
  const pairs = Array.from({ length: mentees * mentors }, (_, at) => {
    const mentor = at % mentors
    return { mentee: Math.floor(at / mentors), mentor, value: 1 + random(1_000 * (mentor + 1)) }
  }).filter(() => random(2) === 0)
  const graph = buildGraph(mentees, mentors, pairs)
  const capacity = Int32Array.from({ length: mentors }, () => 1 + random(2))
  const waitingDays = Int32Array.from({ length: mentees }, () => random(30))
  return { graph, problem: { rows: graphRows(graph), capacity, objective, waitingDays } }
}

describe('rows made before the solve', () => {
  it.each(OBJECTIVES)('come to the same best, with a proof: %s', (objective) => {
    const small = Array.from({ length: 1500 }, (_, seed) => smallInstance(seed, objective))
    const larger = Array.from({ length: 12 }, (_, seed) => largerInstance(seed, 120, 90, objective))
    const dense = Array.from({ length: 40 }, (_, seed) => crowded(seed, objective))
    for (const { graph, problem } of [...small, ...larger, ...dense]) {
      const { rows } = problem
      const first = makeFirstRows(rows, inOrder(rows))
      const plain = solveAssignment(problem)
      const solution = solveAssignment({ ...problem, rows: { ...rows, first } })
      expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
      expect([solution.matched, solution.total]).toEqual([plain.matched, plain.total])
    }
  })

  it('are the same in whatever order they are made', () => {
    const rows = crowded(3, 'score').problem.rows
    const order = shuffled(seeded(76), [...inOrder(rows)])
    let told = 0
    const made = makeFirstRows(rows, Int32Array.from(order), () => told++)
    expect(made).toEqual(makeFirstRows(rows, inOrder(rows)))
    expect(told).toBe(70)
    expect(made.cut.filter((cut) => cut > 0).length).toBeGreaterThan(60)
  })
})
