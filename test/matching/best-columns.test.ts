import { describe, expect, it } from 'vitest'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import {
  buildGraph,
  graphRows,
  type PairGraph,
  type Row,
  type RowQuery,
  type RowSource,
  type ValuedPair,
} from '../../src/matching/graph.ts'
import { type Objective, solveAssignment } from '../../src/matching/objectives.ts'
import { randomNumbers } from './instances.ts'
import { seeds } from '../support/tries.ts'

/** One row of random length, with few or many values, and low, high or negative prices. */
function aQuery(seed: number): { values: number[]; query: RowQuery } {
  const random = randomNumbers(seed)
  const length = [1, 40, 128, 129, 1000, 3000][random(6)]
  const highest = [1, 20, 1_000_000][random(3)]
  const values = Array.from({ length }, () => 1 + random(highest))
  const hasNegative = random(3) === 0
  const price = Float64Array.from({ length }, () =>
    random(2) === 0 ? 0 : random(highest) - (hasNegative ? highest / 2 : 0),
  )
  const least = random(3) === 0 ? 1 + random(highest) : 1
  const floor = hasNegative ? -random(highest) : random(2) * random(highest)
  const limit = [1, 6, 24, 32, 33, 96, length + 1][random(7)]
  return { values, query: { bidder: 0, price, hasNegative, floor, least, limit } }
}

/** Gives the minimum it may: three columns at a time, until `limit` covers all. */
function minimalRows(graph: PairGraph): RowSource {
  const { unpriced: _, fill, ...rows } = graphRows(graph)
  return {
    ...rows,
    fill(query, row) {
      fill(query, row)
      const all = graph.start[query.bidder + 1] - graph.start[query.bidder]
      if (query.limit > all || row.count <= 3) return
      row.count = 3
      row.cut = row.value[2] - query.price[row.column[2]]
    },
  }
}

/** The best `limit` of a row at non-negative prices. */
function bestOf(values: readonly number[], price: Float64Array, limit: number) {
  const pairs = values.map((value, mentor) => ({ mentee: 0, mentor, value }))
  const row: Row = { count: 0, cut: 0, column: new Int32Array(limit), value: new Int32Array(limit) }
  graphRows(buildGraph(1, values.length, pairs)).fill(
    { bidder: 0, price, floor: 0, least: 1, limit },
    row,
  )
  const worth = Array.from(row.column.subarray(0, row.count), (at) => values[at] - price[at])
  return { worth, cut: row.cut }
}

describe('choosing the best columns of a row', () => {
  it('scans a whole long row when prices exceed its best values', () => {
    for (const seed of seeds(10_000, 50)) {
      const random = randomNumbers(seed)
      const values = Array.from({ length: 2000 }, () => 1 + random(1_000_000))
      // Prices rise with value, so the best may be anywhere; a few columns are free.
      const steep = random(120) / 100
      const price = Float64Array.from(values, (value) =>
        random(20) === 0 ? 0 : Math.floor(Math.max(0, value - 850_000) * steep),
      )
      const all = values.map((value, at) => value - price[at]).sort((a, b) => b - a)
      for (const limit of [1, 16, 32]) {
        const { worth, cut } = bestOf(values, price, limit)
        expect({ seed, limit, worth }).toEqual({ seed, limit, worth: all.slice(0, worth.length) })
        expect(cut, `seed ${seed}`).toBeGreaterThanOrEqual(all[worth.length]!)
      }
    }
  })

  it('gives the best in order, and a bound on the rest', () => {
    for (const seed of seeds(50_000, 1_000)) {
      const { values, query } = aQuery(seed)
      const { price, floor, least, limit } = query
      const graph = buildGraph(
        1,
        values.length,
        values.map((value, mentor) => ({ mentee: 0, mentor, value })),
      )
      const row: Row = {
        count: 0,
        cut: 0,
        column: new Int32Array(limit),
        value: new Int32Array(limit),
      }
      graphRows(graph).fill(query, row)
      const given = Array.from(row.column.subarray(0, row.count))
      const worth = (mentor: number): number => values[mentor] - price[mentor]
      const wanted = values.flatMap((value, mentor) =>
        value >= least && worth(mentor) > floor ? [mentor] : [],
      )
      const best = wanted.map(worth).toSorted((a, b) => b - a)
      const leftOut = wanted.filter((mentor) => !given.includes(mentor)).map(worth)
      expect({ seed, worth: given.map(worth) }).toEqual({ seed, worth: best.slice(0, row.count) })
      expect(given.map((mentor) => values[mentor])).toEqual([...row.value.subarray(0, row.count)])
      expect(given.every((mentor) => wanted.includes(mentor))).toBe(true)
      expect(Math.max(floor, ...leftOut)).toBeLessThanOrEqual(row.cut)
      if (wanted.length > 0) expect(row.count).toBeGreaterThan(0)
      if (limit > values.length) expect([row.count, row.cut]).toEqual([wanted.length, floor])
    }
  })

  it.each(['coverage', 'worst-off'] satisfies Objective[])(
    'is all that a source needs to offer: %s',
    (objective) => {
      for (const seed of seeds(1_000, 5)) {
        // Rows of about thirty, longer than a few columns.
        const random = randomNumbers(seed)
        const pairs: ValuedPair[] = []
        for (let mentee = 0; mentee < 90; mentee++)
          for (let mentor = 0; mentor < 60; mentor++)
            if (random(4) < mentee % 4) pairs.push({ mentee, mentor, value: 1 + random(50) })
        const graph = buildGraph(90, 60, pairs)
        const capacity = Int32Array.from({ length: 60 }, () => random(3))
        const waitingDays = Int32Array.from({ length: 90 }, () => random(9))
        const problem = { rows: graphRows(graph), capacity, objective, waitingDays }
        const solution = solveAssignment({ ...problem, rows: minimalRows(graph) })
        expect(findViolations(graphToCheck(graph), problem, solution)).toEqual([])
        const { matched, least, total } = solveAssignment(problem)
        expect(solution).toMatchObject({ matched, least, total })
      }
    },
  )
})
