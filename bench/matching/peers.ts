import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { PairGraph } from '../../src/matching/graph.ts'

export type ScipyMethod = 'sparse' | 'sparse turned' | 'dense'

export interface PeerResult {
  seconds: number
  total: number
  /** Seconds spent making the peer's input, which are not in `seconds`. */
  building?: number
  peakMiB?: number
}

export interface Scipy {
  version: string
  solve(path: string, method: ScipyMethod): Promise<PeerResult>
  close(): void
}

/** Starts scipy once, so that its runs are as warm as ours; undefined when it is not there. */
export async function openScipy(): Promise<Scipy | undefined> {
  const python: ChildProcessWithoutNullStreams = spawn('python3', [
    new URL('peer-scipy.py', import.meta.url).pathname,
  ])
  python.on('error', () => {})
  python.stdin.on('error', () => {})
  python.stderr.resume()
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await answers.next()
    if (done) throw new Error('scipy ended')
    return JSON.parse(value)
  }
  try {
    const { version } = (await next()) as { version: string }
    return {
      version,
      async solve(path, method) {
        python.stdin.write(`${JSON.stringify({ path, method })}\n`)
        return (await next()) as PeerResult
      },
      close: () => python.stdin.end(),
    }
  } catch {
    return undefined
  }
}

/** Writes a graph for peer-scipy.py. */
export function writeGraph(path: string, graph: PairGraph, capacity: Int32Array): void {
  const head = Int32Array.of(graph.menteeCount, graph.mentorCount, graph.mentor.length)
  const parts = [head, graph.start, graph.mentor, graph.value, capacity]
  writeFileSync(path, '')
  for (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    // Node writes at most 2 GiB at a time.
    for (let at = 0; at < bytes.length; at += 1 << 30) {
      writeFileSync(path, bytes.subarray(at, at + (1 << 30)), { flag: 'a' })
    }
  }
}

/** A square of profits as the libraries want it: places as columns, 0 for what is infeasible. */
function profits(graph: PairGraph, capacity: Int32Array): number[][] {
  const first: number[] = []
  let places = 0
  for (const free of capacity) {
    first.push(places)
    places += free
  }
  const size = Math.max(places, graph.menteeCount)
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (let j = 0; j < graph.menteeCount; j++) {
    for (let at = graph.start[j]; at < graph.start[j + 1]; at++) {
      const mentor = graph.mentor[at]
      rows[j].fill(graph.value[at], first[mentor], first[mentor] + capacity[mentor])
    }
  }
  return rows
}

export interface LibraryPeer {
  name: string
  /** Larger instances take it minutes. */
  largest: number
  solve(graph: PairGraph, capacity: Int32Array): PeerResult
}

type Munkres = (costs: number[][]) => [number, number][]
type LinearSum = (costs: number[][]) => { rowAssignments: ArrayLike<number> }

/** JavaScript libraries, those that happen to be installed; none is a dependency. */
export async function openLibraries(): Promise<{ found: LibraryPeer[]; missing: string[] }> {
  const found: LibraryPeer[] = []
  const missing: string[] = []
  const munkres = await load('munkres-js')
  if (typeof munkres === 'function') {
    found.push(timed('munkres-js', 300, (costs) => (munkres as Munkres)(costs)))
  } else missing.push('munkres-js')
  const linear = (await load('linear-sum-assignment')) as { linearSumAssignment?: LinearSum }
  const solveLinear = linear?.linearSumAssignment
  if (solveLinear) {
    found.push(
      timed('linear-sum-assignment', 1000, (costs) =>
        Array.from(solveLinear(costs).rowAssignments, (column, row) => [row, column]),
      ),
    )
  } else missing.push('linear-sum-assignment')
  return { found, missing }
}

function timed(
  name: string,
  largest: number,
  assign: (costs: number[][]) => [number, number][],
): LibraryPeer {
  return {
    name,
    largest,
    solve(graph, capacity) {
      const gains = profits(graph, capacity)
      const costs = gains.map((row) => row.map((gain) => 1_000_001 - gain))
      const began = performance.now()
      const pairs = assign(costs)
      const seconds = (performance.now() - began) / 1000
      let total = 0
      for (const [row, column] of pairs) total += gains[row]?.[column] ?? 0
      return { seconds, total }
    },
  }
}

async function load(name: string): Promise<unknown> {
  try {
    const module = (await import(name)) as { default?: unknown }
    return module.default ?? module
  } catch {
    return undefined
  }
}
