import { describe, expect, it } from 'vitest'
import { findViolations, type PairsToCheck } from '../../src/matching/certificate.ts'
import { buildGraph, graphRows, type ValuedPair } from '../../src/matching/graph.ts'
import {
  addMentee,
  addPlace,
  changePair,
  confirmMatch,
  openLiveSolution,
  readLiveSolution,
  removeMentee,
  removePlace,
  type LiveSolution,
} from '../../src/matching/incremental.ts'
import { openLivePairs } from '../../src/matching/live-pairs.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import { randomNumbers } from './instances.ts'
import { seed, tries } from '../support/tries.ts'

const changes = tries(100_000, 1_000)

/** A second record of the pairs, independent of the code under test. */
interface World {
  solution: LiveSolution
  values: Map<number, number>[]
  waitingDays: Int32Array
  present: boolean[]
}

function aWorld(
  objective: 'score' | 'coverage',
  seed: number,
  mentees: number,
  mentors: number,
  highest: number,
): World {
  const random = randomNumbers(seed)
  const pairs: ValuedPair[] = []
  const values = Array.from({ length: mentees }, () => new Map<number, number>())
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (random(100) >= 6) continue
      const value = 1 + random(highest)
      pairs.push({ mentee, mentor, value })
      values[mentee].set(mentor, value)
    }
  }
  const waitingDays = Int32Array.from({ length: mentees }, () => random(40))
  const present = Array.from({ length: mentees }, () => random(4) > 0)
  const solution = openLiveSolution({
    pairs: openLivePairs(buildGraph(mentees, mentors, pairs)),
    capacity: Int32Array.from({ length: mentors }, () => random(4)),
    objective,
    waitingDays,
    absent: Uint8Array.from(present, (here) => (here ? 0 : 1)),
  })
  return { solution, values, waitingDays, present }
}

function pairsOf({ values, present, solution }: World): PairsToCheck {
  const none = new Map<number, number>()
  const of = (mentee: number): Map<number, number> => (present[mentee] ? values[mentee] : none)
  return {
    menteeCount: values.length,
    mentorCount: solution.state.capacity.length,
    value: (mentee, mentor) => of(mentee).get(mentor) ?? 0,
    findAbove: (price, floor) => () =>
      Int32Array.from(floor, (own, mentee) => {
        for (const [mentor, value] of of(mentee)) if (value - price[mentor] > own) return mentor
        return -1
      }),
  }
}

function changeSomething(world: World, random: (below: number) => number, highest: number): string {
  const { solution, values, waitingDays, present } = world
  const { state } = solution
  const mentee = random(values.length)
  const mentor = random(state.capacity.length)
  const kind = random(7)
  if (kind === 0) {
    present[mentee] = !present[mentee]
    if (present[mentee]) addMentee(solution, mentee, waitingDays[mentee])
    else removeMentee(solution, mentee)
    return `mentee ${mentee} ${present[mentee] ? 'comes' : 'leaves'}`
  }
  if (kind === 1 && state.capacity[mentor] < 8) {
    addPlace(solution, mentor)
    return `mentor ${mentor} has a place more`
  }
  if (kind === 2 && state.capacity[mentor] > 0) {
    removePlace(solution, mentor)
    return `mentor ${mentor} has a place less`
  }
  if (kind === 3 && state.mate[mentee] >= 0) {
    confirmMatch(solution, mentee)
    present[mentee] = false
    return `mentee ${mentee} is confirmed`
  }
  // Half of the time the proposed pair, whose changes matter most.
  const chosen = state.mate[mentee] >= 0 && random(2) === 0 ? state.mate[mentee] : mentor
  const value = random(3) === 0 ? 0 : 1 + random(highest)
  if (value > 0) values[mentee].set(chosen, value)
  else values[mentee].delete(chosen)
  changePair(solution, mentee, chosen, value)
  return `mentee ${mentee} and mentor ${chosen} are worth ${value}`
}

describe('keeping a solution up to date', () => {
  const worlds: ['score' | 'coverage', number, number, number][] = [
    ['score', 150, 90, 1_000_000],
    ['score', 150, 90, 3],
    ['coverage', 150, 90, 1_000_000],
    ['coverage', 120, 50, 3],
  ]
  it.each(worlds)(
    'stays proved best through every change: %s, %d by %d, values to %d',
    (...[objective, mentees, mentors, highest]) => {
      const world = aWorld(objective, seed, mentees, mentors, highest)
      const random = randomNumbers(seed + 1)
      const { waitingDays, solution } = world
      for (let n = 0; n < changes; n++) {
        const change = changeSomething(world, random, highest)
        const conditions = { capacity: solution.state.capacity, objective, waitingDays }
        const violations = findViolations(pairsOf(world), conditions, readLiveSolution(solution))
        expect({ n, change, violations }).toEqual({ n, change, violations: [] })
      }
    },
  )

  it('has the same total as solving again', () => {
    const world = aWorld('score', 5, 80, 60, 1000)
    const random = randomNumbers(6)
    for (let n = 0; n < 300; n++) {
      changeSomething(world, random, 1000)
      const pairs = world.values.flatMap((row, mentee) =>
        world.present[mentee]
          ? Array.from(row, ([mentor, value]) => ({ mentee, mentor, value }))
          : [],
      )
      const rows = graphRows(buildGraph(80, 60, pairs))
      const { capacity } = world.solution.state
      const again = solveAssignment({ rows, capacity, objective: 'score' })
      expect(readLiveSolution(world.solution).total).toBe(again.total)
    }
  })

  it('adds a mentor and a mentee under reserved numbers', () => {
    const graph = buildGraph(1, 1, [{ mentee: 0, mentor: 0, value: 10 }])
    const pairs = openLivePairs(graph, 1, 1)
    const solution = openLiveSolution({
      pairs,
      capacity: Int32Array.of(1, 0),
      objective: 'score',
      absent: Uint8Array.of(0, 1),
    })
    pairs.set(1, 0, 30)
    addMentee(solution, 1)
    expect(Array.from(readLiveSolution(solution).mentorOf)).toEqual([-1, 0])
    changePair(solution, 0, 1, 25)
    addPlace(solution, 1)
    expect(Array.from(readLiveSolution(solution).mentorOf)).toEqual([1, 0])
    expect(readLiveSolution(solution).total).toBe(55)
  })

  it('refuses invalid changes', () => {
    const pairs = openLivePairs(buildGraph(1, 1, []))
    const solution = openLiveSolution({ pairs, capacity: Int32Array.of(0), objective: 'score' })
    expect(() => addMentee(solution, 0)).toThrow('Mentee 0 is here already')
    expect(() => removePlace(solution, 0)).toThrow('Mentor 0 has no place to lose')
    expect(() => confirmMatch(solution, 0)).toThrow('Mentee 0 has no proposal to confirm')
    expect(() => changePair(solution, 0, 0, 1.5)).toThrow('Value 1.5 is not an integer')
  })
})
