import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Conditions,
  findViolations,
  graphToCheck,
  NOT_CHECKED,
  type Rule,
} from '../../src/matching/certificate.ts'
import { graphRows, type Pair } from '../../src/matching/graph.ts'
import {
  type AssignmentSolution,
  type Objective,
  solveAssignment,
} from '../../src/matching/objectives.ts'
import { largerInstance, rowsToCheck } from './instances.ts'

const OBJECTIVES: Objective[] = ['score', 'coverage', 'worst-off']

interface Case {
  solution: AssignmentSolution
  conditions: Conditions
  locked: Pair[]
  rulesBroken(): Rule[]
}

function solved(objective: Objective): Case {
  const { graph, problem } = largerInstance(4, 60, 40, objective)
  const at = graph.start[4]
  const locked = [{ mentee: 4, mentor: graph.mentor[at] }]
  problem.capacity[locked[0].mentor] = 2
  const conditions = { ...problem, locked }
  const solution = solveAssignment(conditions)
  const rulesBroken = (): Rule[] => {
    const found = findViolations(graphToCheck(graph), conditions, solution)
    const again = findViolations(rowsToCheck(graphRows(graph)), conditions, solution)
    expect(again.map((v) => v.rule)).toEqual(found.map((v) => v.rule))
    return Array.from(new Set(found.map((violation) => violation.rule)))
  }
  return { solution, conditions, locked, rulesBroken }
}

describe.each(OBJECTIVES)('checking a certificate: %s', (objective) => {
  let one: Case
  let matched = 0
  let unmatched = 0
  let full = 0
  let roomy = 0
  beforeEach(() => {
    one = solved(objective)
    expect(one.rulesBroken()).toEqual([])
    const { mentorOf, price } = one.solution
    matched = mentorOf.findIndex((mentor, mentee) => mentor >= 0 && mentee !== 4)
    unmatched = mentorOf.indexOf(-1)
    full = price.findIndex((p, i) => p > 0 && one.conditions.capacity[i] > 0)
    const used = new Int32Array(price.length)
    for (const mentor of mentorOf) if (mentor >= 0) used[mentor]++
    roomy = used.findIndex((count, mentor) => count < one.conditions.capacity[mentor])
    expect([matched, unmatched, full, roomy].every((index) => index >= 0)).toBe(true)
  })

  it('refuses a mentee who is left out although a pair is worth it', () => {
    one.solution.mentorOf[matched] = -1
    one.solution.pairValue[matched] = 0
    expect(one.rulesBroken()).toContain('equality')
  })

  it('refuses a pair that is not feasible', () => {
    one.solution.mentorOf[unmatched] = roomy
    one.solution.pairValue[unmatched] = 1
    expect(one.rulesBroken()).toContain('pair')
  })

  it('refuses a mentor who does not exist', () => {
    one.solution.mentorOf[unmatched] = 1000
    expect(one.rulesBroken()).toContain('pair')
  })

  it('refuses a value that is not the pair’s', () => {
    one.solution.pairValue[matched]++
    one.solution.total++
    one.solution.bound++
    one.solution.surplus[matched]++
    expect(one.rulesBroken()).toContain('pair')
  })

  it('refuses more mentees than a mentor has places', () => {
    one.conditions.capacity[full]--
    expect(one.rulesBroken()).toContain('capacity')
  })

  it('refuses a locked pair that is missing', () => {
    one.solution.mentorOf[4] = -1
    one.solution.pairValue[4] = 0
    expect(one.rulesBroken()).toContain('locked')
  })

  it('refuses a negative price and one that is not whole', () => {
    one.solution.price[full] = -1
    expect(one.rulesBroken()).toContain('price')
    one.solution.price[full] = 0.5
    expect(one.rulesBroken()).toContain('price')
  })

  it('refuses a price for a mentor who is not full', () => {
    one.solution.price[roomy] = 1
    expect(one.rulesBroken()).toContain('price')
  })

  it('refuses prices that are too low for what some pair is worth', () => {
    one.solution.price[full]--
    expect(one.rulesBroken()).not.toEqual([])
  })

  it('refuses prices that are too high, even if only by one', () => {
    one.solution.price[full]++
    expect(one.rulesBroken()).toContain('equality')
  })

  it('refuses a surplus that is too low', () => {
    one.solution.surplus[matched]--
    expect(one.rulesBroken()).toContain('surplus')
  })

  it('refuses figures that are not those of the pairs', () => {
    for (const figure of ['matched', 'total', 'bound'] satisfies (keyof AssignmentSolution)[]) {
      one.solution[figure]++
      expect(one.rulesBroken()).toEqual(['figures'])
      one.solution[figure]--
    }
  })

  it('refuses a bonus that is not what the objective says, and a gap that is too small', () => {
    const { bonus, gap } = one.solution
    bonus[matched] += 1
    expect(one.rulesBroken()).toContain('bonus')
    bonus[matched] -= 1
    one.solution.gap = 1_000_000
    expect(one.rulesBroken()).toContain('bonus')
    one.solution.gap = gap
    expect(one.rulesBroken()).toEqual([])
  })

  it('refuses a solution for other people or another objective', () => {
    const price = one.solution.price
    one.solution.price = price.slice(1)
    expect(one.rulesBroken()).toEqual(['shape'])
    one.solution.price = price
    one.solution.objective = objective === 'score' ? 'coverage' : 'score'
    expect(one.rulesBroken()).toEqual(['shape'])
  })
})

describe('checking the levels of an objective', () => {
  it('refuses a coverage bonus that ranks a shorter wait above a longer one', () => {
    const one = solved('coverage')
    const { waitingDays } = one.conditions
    const [a, b] = [10, 11]
    if (!waitingDays) throw new Error('this instance has waiting times')
    waitingDays[a] = 1000
    waitingDays[b] = 0
    expect(one.rulesBroken()).toContain('bonus')
  })

  it('refuses worst-off without covers, with one that leaves a pair out, or with one too large', () => {
    const one = solved('worst-off')
    const { covers } = one.solution
    if (!covers) throw new Error('worst-off comes with covers')
    delete one.solution.covers
    expect(one.rulesBroken()).toEqual(['cover'])
    one.solution.covers = covers
    for (const cover of [covers.matched, covers.least]) {
      const mentee = cover.mentee.indexOf(1)
      if (mentee < 0) continue
      cover.mentee[mentee] = 0
      expect(one.rulesBroken()).toEqual(['cover'])
      cover.mentee[mentee] = 1
    }
    const spare = covers.matched.mentee.indexOf(0)
    covers.matched.mentee[spare] = 1
    expect(one.rulesBroken()).toEqual(['cover'])
  })

  it('refuses a least value above a pair that is used, and one below what is possible', () => {
    const one = solved('worst-off')
    one.solution.least++
    expect(one.rulesBroken()).not.toEqual([])
    one.solution.least -= 2
    expect(one.rulesBroken()).not.toEqual([])
  })
})

it('proves nothing when a mentee was not checked', () => {
  const { graph, problem } = largerInstance(4, 60, 40, 'score')
  const solution = solveAssignment(problem)
  const pairs = graphToCheck(graph)
  const broken = (pass: (found: Int32Array) => Int32Array) =>
    findViolations(
      {
        ...pairs,
        findAbove:
          (...asked) =>
          () =>
            pass(pairs.findAbove(...asked)()),
      },
      problem,
      solution,
    )
  expect(broken((found) => found)).toEqual([])
  const detail = 'this mentee was not checked'
  expect(broken((found) => found.with(7, NOT_CHECKED))).toEqual([
    { rule: 'surplus', detail, mentee: 7 },
  ])
  expect(broken((found) => found.subarray(0, 59))).toEqual([
    { rule: 'surplus', detail, mentee: 59 },
  ])
})
