import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import { linearSumAssignment } from 'linear-sum-assignment'
import type { PairGraph } from '../../src/matching/graph.ts'
import type { Bench } from './graphs.ts'

/** A library from npm to compare with, on the same graphs. */
export interface LibraryPeer {
  name: string
  /** People a side; larger sizes take minutes. */
  sizes: number[]
  /** Milliseconds without building the input, and the total in integers. */
  solve(bench: Bench): { milliseconds: number; total: number }
}

type Munkres = (costs: number[][]) => [row: number, column: number][]
const require = createRequire(import.meta.url)
const munkres = require('munkres-js') as Munkres
const loadHighs = require('highs') as () => Promise<Highs>

export async function openLibraries(): Promise<LibraryPeer[]> {
  const highs = await loadHighs()
  return [
    dense('munkres-js', [100, 200, 300], (gains) =>
      munkres(gains.map((row) => row.map((gain) => 1_000_001 - gain))),
    ),
    // Its fastest use: gains instead of costs, and no dummy rows.
    dense('linear-sum-assignment', [300, 500, 1000], (gains) =>
      Array.from(linearSumAssignment(gains, { maximaze: true }).rowAssignments, (column, row) => [
        row,
        column,
      ]),
    ),
    {
      name: 'highs (linear programme)',
      sizes: [1000, 2000, 5000],
      solve: ({ graph, capacity }) => {
        using model = highs.createModel(linearProgramme(graph, capacity))
        const began = performance.now()
        model.run()
        const milliseconds = performance.now() - began
        return { milliseconds, total: Math.round(-model.getObjectiveValue()) }
      },
    },
  ]
}

/** A library that takes a dense matrix: a column per place, 0 for infeasible pairs. */
function dense(name: string, sizes: number[], assign: Munkres): LibraryPeer {
  return {
    name,
    sizes,
    solve({ graph, capacity }) {
      const gains = profits(graph, capacity)
      const began = performance.now()
      const pairs = assign(gains)
      const milliseconds = performance.now() - began
      const total = pairs.reduce((sum, [row, column]) => sum + (gains[row]?.[column] ?? 0), 0)
      return { milliseconds, total }
    },
  }
}

function profits(graph: PairGraph, capacity: Int32Array): number[][] {
  const first: number[] = []
  let places = 0
  for (const free of capacity) {
    first.push(places)
    places += free
  }
  const rows = Array.from({ length: graph.menteeCount }, () => new Array<number>(places).fill(0))
  for (let j = 0; j < graph.menteeCount; j++)
    for (let at = graph.start[j]; at < graph.start[j + 1]; at++) {
      const mentor = graph.mentor[at]
      rows[j].fill(graph.value[at], first[mentor], first[mentor] + capacity[mentor])
    }
  return rows
}

/** One variable per pair, at most one per mentee and the places per mentor; the vertices are integral. */
function linearProgramme(graph: PairGraph, capacity: Int32Array) {
  const numCols = graph.mentor.length
  const numRows = graph.menteeCount + graph.mentorCount
  const indices = new Int32Array(2 * numCols)
  for (let j = 0; j < graph.menteeCount; j++)
    for (let at = graph.start[j]; at < graph.start[j + 1]; at++) {
      indices[2 * at] = j
      indices[2 * at + 1] = graph.menteeCount + graph.mentor[at]
    }
  const one = new Float64Array(graph.menteeCount).fill(1)
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(graph.value, (value) => -value),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-Infinity),
    rowUpper: Float64Array.of(...one, ...capacity),
    matrix: {
      format: 'csc' as const,
      ...{ numRows, numCols, indices },
      starts: Int32Array.from({ length: numCols + 1 }, (_, at) => 2 * at),
      values: new Float64Array(2 * numCols).fill(1),
    },
  }
}
