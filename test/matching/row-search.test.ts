import { expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import {
  buildGraph,
  graphFromColumns,
  graphRows,
  type PairGraph,
  type Row,
  transposeGraph,
} from '../../src/matching/graph.ts'
import { type Objective, solveAssignment } from '../../src/matching/objectives.ts'
import { inArena, largerInstance, randomNumbers } from './instances.ts'
import { seeds } from '../support/tries.ts'

/** Adjacent rows of all lengths, so that reading past an end finds something. */
function someRows(random: (below: number) => number): PairGraph {
  const highest = [1, 20, 1_000_000][random(3)]
  const lengths = Array.from({ length: 5 }, () => [0, 1, 6, 50, 129, 131, 1000, 2003][random(8)])
  const pairs = lengths.flatMap((length, mentee) =>
    Array.from({ length }, (_, mentor) => ({ mentee, mentor, value: 1 + random(highest) })),
  )
  return buildGraph(lengths.length, 2003, pairs)
}

function answerOf(rows: ReturnType<typeof graphRows>, query: Parameters<typeof rows.fill>[0]) {
  const room = query.limit
  const row: Row = { count: 0, cut: 0, column: new Int32Array(room), value: new Int32Array(room) }
  rows.fill(query, row)
  const column = [...row.column.subarray(0, row.count)]
  const value = [...row.value.subarray(0, row.count)]
  return { ...row, column, value, worth: value.map((v, k) => v - query.price[column[k]]) }
}

it('gives the same answers as the uncompiled search', () => {
  for (const seed of seeds(10_000, 60)) {
    const random = randomNumbers(seed)
    const graph = someRows(random)
    const plain = graphRows(graph)
    const compiled = graphRows(inArena(graph))
    const price = compiled.openPrices!()
    // The highest is the size of bonuses under `worst-off` for a country.
    const dearest = [1000, 1_000_000, 160_000_000_000, 40_000_000_000_000][random(4)]
    for (let column = 0; column < price.length; column++) {
      price[column] = random(2) === 0 ? 0 : Math.floor((dearest / 1_000_000) * random(1_000_000))
    }
    for (let bidder = 0; bidder < graph.menteeCount; bidder++) {
      const floor = [0, random(1_000_000), -dearest, -random(1_000_000)][random(4)]
      const least = random(3) === 0 ? 1 + random(1_000_000) : 1
      const limit = [1, 5, 16, 17, 32, 33, 64, 3000][random(8)]
      const query = { bidder, price, floor, least, limit }
      const { column, cut, worth } = answerOf(plain, query)
      const { column: given, cut: bound, value, worth: found } = answerOf(compiled, query)
      expect({ seed, bidder, worth: found }).toEqual({ seed, bidder, worth })
      // Sorting may order equal columns differently, which gives a tighter bound on the rest.
      if (limit <= 16) expect([given, bound]).toEqual([column, cut])
      expect(bound).toBeLessThanOrEqual(cut)
      for (let mentor = 0; mentor < price.length; mentor++) {
        const left = plain.value(bidder, mentor)
        if (left < least || given.includes(mentor)) continue
        expect(left - price[mentor]).toBeLessThanOrEqual(bound)
      }
      expect(given.map((mentor) => plain.value(bidder, mentor))).toEqual(value)
      expect(new Set(given).size).toBe(given.length)
    }
  }
})

it('declines prices that may be negative or were allocated elsewhere', () => {
  const graph = someRows(randomNumbers(3))
  const bidder = 4
  const compiled = graphRows(inArena(graph))
  const own = compiled.openPrices!()
  for (const [price, hasNegative] of [
    [own, true],
    [new Float64Array(own.length), false],
  ] as const) {
    price.fill(-7, 0, 20)
    const query = { bidder, price, hasNegative, floor: -10, least: 1, limit: 16 }
    expect(answerOf(compiled, query)).toEqual(answerOf(graphRows(graph), query))
  }
})

it.each(['score', 'coverage', 'worst-off'] satisfies Objective[])(
  'gives as good a solution as without: %s',
  (objective) => {
    for (const [at, seed] of seeds(1_000, 8).entries()) {
      const { graph, problem } = largerInstance(seed, 120, 60 + (at % 60), objective)
      const held = inArena(graph)
      const columns = () => graphRows(inArena(transposeGraph(graph)))
      const solution = solveAssignment({ ...problem, rows: graphRows(held), columns })
      expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
      const { matched, least, total, mentorOf } = solveAssignment(problem)
      expect(solution).toMatchObject({ matched, least, total, mentorOf })
    }
  },
)

it('keeps a large graph and its transpose in memory that the kernel reads', () => {
  const mentees = Int32Array.from({ length: 70_000 }, (_, n) => n % 300)
  const mentors = Int32Array.from({ length: 70_000 }, (_, n) => Math.floor(n / 300))
  const values = Int32Array.from({ length: 70_000 }, (_, n) => 1 + ((n * 7919) % 1_000_000))
  const graph = graphFromColumns(300, 300, mentees, mentors, values)
  const turned = transposeGraph(graph)
  for (const { arena, mentor, value } of [graph, turned]) {
    expect(arena).toBeDefined()
    expect([mentor.buffer, value.buffer]).toEqual([arena!.buffer, arena!.buffer])
  }
  expect(turned.arena).not.toBe(graph.arena)
  const again = transposeGraph(turned)
  expect([again.start, again.mentor, again.value]).toEqual([graph.start, graph.mentor, graph.value])
  expect(buildGraph(1, 1, [{ mentee: 0, mentor: 0, value: 1 }]).arena).toBeUndefined()
})
