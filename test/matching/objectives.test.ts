import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import { graphRows, transposeGraph } from '../../src/matching/graph.ts'
import type { Objective } from '../../src/matching/objectives.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import type { Instance } from './instances.ts'
import {
  compareWorth,
  everyAssignment,
  randomNumbers,
  smallInstance,
  worthOf,
} from './instances.ts'
import { seeds } from '../support/tries.ts'

describe('solving under an objective', () => {
  for (const objective of ['score', 'coverage', 'worst-off'] satisfies Objective[]) {
    it(`finds the optimum of exhaustive search, with a proof: ${objective}`, () => {
      for (const seed of seeds(20_000, 2_000)) {
        const instance = smallInstance(seed, objective)
        const solution = solveAssignment(instance.problem)
        let best: number[] | undefined
        for (const mentorOf of everyAssignment(instance)) {
          const worth = worthOf(instance, mentorOf)
          if (!best || compareWorth(worth, best) > 0) best = worth
        }
        const violations = findViolations(graphToCheck(instance.graph), instance.problem, solution)
        expect({ seed, violations, worth: worthOf(instance, solution.mentorOf) }).toEqual({
          seed,
          violations: [],
          worth: best,
        })
      }
    })
  }

  it.each(['score', 'coverage', 'worst-off'] satisfies Objective[])(
    'finds the same optimum when scarce places bid: %s',
    (objective) => {
      for (const seed of seeds(20_000, 2_000)) {
        const { graph, problem: drawn } = smallInstance(seed, objective)
        // Places bid only if all mentees have waited equally long.
        const problem = { ...drawn, waitingDays: new Int32Array(graph.menteeCount) }
        const columns = () => graphRows(transposeGraph(graph))
        const expected = solveAssignment(problem)
        const solution = solveAssignment({ ...problem, columns })
        const violations = findViolations(graphToCheck(graph), problem, solution)
        const { matched, least, total } = solution
        expect({ seed, violations, matched, least, total }).toEqual({
          seed,
          violations: [],
          matched: expected.matched,
          least: expected.least,
          total: expected.total,
        })
      }
    },
  )

  for (const objective of ['score', 'coverage', 'worst-off'] satisfies Objective[]) {
    it(`settles ties by waiting, then number, then earlier pairs: ${objective}`, () => {
      for (const seed of seeds(20_000, 1_000)) {
        const instance = smallInstance(seed, objective)
        const { problem, graph } = instance
        const random = randomNumbers(seed)
        const earlier = Int32Array.from(
          { length: graph.menteeCount },
          () => random(graph.mentorCount + 1) - 1,
        )
        const solution = solveAssignment({ ...problem, earlier })
        let best: number[] | undefined
        for (const mentorOf of everyAssignment(instance)) {
          const worth = [...worthOf(instance, mentorOf), ...tieWorth(instance, mentorOf, earlier)]
          if (!best || compareWorth(worth, best) > 0) best = worth
        }
        const { mentorOf } = solution
        const worth = [...worthOf(instance, mentorOf), ...tieWorth(instance, mentorOf, earlier)]
        const violations = findViolations(graphToCheck(graph), problem, solution)
        expect({ seed, violations, worth }).toEqual({ seed, violations: [], worth: best })
      }
    })
  }
})

/** The placed mentees by wait and number, then the number of earlier pairs kept. */
function tieWorth({ problem }: Instance, mentorOf: Int32Array, earlier: Int32Array): number[] {
  const order = Array.from(mentorOf, (_, mentee) => mentee)
  const waited = (mentee: number): number => problem.waitingDays?.[mentee] ?? 0
  order.sort((a, b) => waited(b) - waited(a) || a - b)
  const kept = order.filter((j) => mentorOf[j] >= 0 && mentorOf[j] === earlier[j]).length
  return [...order.map((mentee) => (mentorOf[mentee] >= 0 ? 1 : 0)), kept]
}
