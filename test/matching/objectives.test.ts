import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import type { Objective } from '../../src/matching/objectives.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import { compareWorth, everyAssignment, smallInstance, worthOf } from './instances.ts'

const SMALL = 20_000

describe('solving under an objective', () => {
  for (const objective of ['score', 'coverage', 'worst-off'] satisfies Objective[]) {
    it(`finds what trying everything finds, with a proof: ${objective}`, () => {
      for (let seed = 0; seed < SMALL; seed++) {
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
})
