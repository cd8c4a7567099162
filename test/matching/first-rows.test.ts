import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import { openFirstRows } from '../../src/matching/first-rows.ts'
import { buildGraph, graphRows, type RowSource } from '../../src/matching/graph.ts'
import { type Objective, solveAssignment } from '../../src/matching/objectives.ts'
import { intoTable, openRowTable, type RowTable } from '../../src/matching/row-table.ts'
import { type Instance, largerInstance, randomNumbers, smallInstance } from './instances.ts'
import { seeded, shuffled } from './pool.ts'
import { seeds } from '../support/tries.ts'

const OBJECTIVES: Objective[] = ['score', 'coverage', 'worst-off']

function inOrder({ bidderCount }: RowSource): Int32Array {
  return Int32Array.from({ length: bidderCount }, (_, bidder) => bidder)
}

function firstRows(rows: RowSource, ...parts: readonly Int32Array[]): RowTable {
  const first = openFirstRows(rows.bidderCount)
  const make = intoTable(rows.fill, first)
  const price = new Float64Array(rows.columnCount)
  for (const bidder of parts.flatMap((part) => [...part])) {
    make({ bidder, price, floor: 0, least: 1, limit: first.limit }, bidder)
  }
  return first
}

/** Every mentee fits half of the mentors, more than a row holds, and all want the same few. */
function crowded(seed: number, objective: Objective, mentors = 60): Instance {
  const random = randomNumbers(seed)
  const mentees = mentors + 10
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
  it.each(OBJECTIVES)('lead to the same optimum, with a proof: %s', (objective) => {
    const small = seeds(10_000, 150).map((seed) => smallInstance(seed, objective))
    const larger = seeds(200, 4).map((seed) => largerInstance(seed, 120, 90, objective))
    const dense = seeds(200, 8).map((seed) => crowded(seed, objective))
    for (const { graph, problem } of [...small, ...larger, ...dense]) {
      const { rows } = problem
      const first = firstRows(rows, inOrder(rows))
      const plain = solveAssignment(problem)
      const solution = solveAssignment({ ...problem, rows: { ...rows, first } })
      expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
      expect([solution.matched, solution.total]).toEqual([plain.matched, plain.total])
    }
  })

  it.each(OBJECTIVES)('lead to the same optimum with rows made again together: %s', (objective) => {
    let together = 0
    const larger = seeds(200, 4).map((seed) => largerInstance(seed, 120, 90, objective))
    const dense = seeds(200, 4).map((seed) => crowded(seed, objective, 200))
    for (const { graph, problem } of [...larger, ...dense]) {
      const { rows } = problem
      const fillMany: RowSource['fillMany'] = ({ bidders, floorOf, ...query }) => {
        together += 1
        bidders.reverse()
        const table = openRowTable(bidders.length, query.limit)
        const make = intoTable(rows.fill, table)
        for (const [at, bidder] of bidders.entries()) {
          make({ ...query, bidder, floor: floorOf(bidder) }, at)
        }
        return table
      }
      const first = firstRows(rows, inOrder(rows))
      const solution = solveAssignment({ ...problem, rows: { ...rows, first, fillMany } })
      const plain = solveAssignment(problem)
      expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
      expect([solution.matched, solution.total]).toEqual([plain.matched, plain.total])
    }
    expect(together).toBeGreaterThan(4)
  })

  it('are the same in any order and division of the work', () => {
    const rows = crowded(3, 'score').problem.rows
    const order = Int32Array.from(shuffled(seeded(76), [...inOrder(rows)]))
    const made = firstRows(rows, order.subarray(0, 20), order.subarray(20), order.subarray(10, 30))
    expect(made).toEqual(firstRows(rows, inOrder(rows)))
    expect(made.cut.filter((cut) => cut > 0).length).toBeGreaterThan(60)
  })
})
