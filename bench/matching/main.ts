/*
 * The solver compared with others on the same graphs, alternating; medians of at least three. Every result
 * is checked by the certificate, and its total is compared.
 *
 *    node bench/matching/main.ts [--sizes 1000,5000,10000] [--large] [--huge] [--rounds 5]
 *    node bench/matching/main.ts --peers     only the libraries from npm, a minute
 *
 * --large adds 20,000 and 50,000 a side, --huge 100,000, which takes scipy minutes and 10 GiB. Each line
 * and table is measured in a process of its own. --processor measures CPU time instead of elapsed time, for
 * shared machines.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import { graphRows, transposeGraph } from '../../src/matching/graph.ts'
import {
  addMentee,
  openLiveSolution,
  readLiveSolution,
  removeMentee,
} from '../../src/matching/incremental.ts'
import { openLivePairs } from '../../src/matching/live-pairs.ts'
import {
  type AssignmentSolution,
  type Objective,
  solveAssignment,
} from '../../src/matching/objectives.ts'
import { type Bench, drawBench, type Shape, seeded } from './graphs.ts'
import { openLibraries } from './libraries.ts'
import { openScipy, type PeerResult, readBench, type Scipy, writeBench } from './peers.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,5000,10000' },
    large: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    processor: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    part: { type: 'string' },
    once: { type: 'string' },
    peers: { type: 'boolean', default: false },
  },
})
const ROUNDS = Math.max(3, Number(options.rounds))
const SEED = 1
const SHAPES: Shape[] = ['scored', 'random', 'ties', 'equal']

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`
}

/** Milliseconds, elapsed or of CPU (all threads, garbage collection included). */
function now(): number {
  if (!options.processor) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Timed {
  milliseconds: number
  solution: AssignmentSolution
}

/** One solve; where mentors are scarce, building the transpose counts. */
function solve({ graph, capacity, waitingDays }: Bench, objective: Objective): Timed {
  const began = now()
  const solution = solveAssignment({
    rows: graphRows(graph),
    capacity,
    objective,
    waitingDays,
    columns: () => graphRows(transposeGraph(graph)),
  })
  return { milliseconds: now() - began, solution }
}

function check(bench: Bench, solution: AssignmentSolution): number {
  const began = now()
  const conditions = { ...bench, objective: solution.objective }
  const violations = findViolations(graphToCheck(bench.graph), conditions, solution)
  if (violations.length > 0) throw new Error(`Not proved: ${JSON.stringify(violations[0])}`)
  return now() - began
}

/** In a fresh process, where no code is compiled yet. */
function firstCall(path: string): number {
  const own = new URL('main.ts', import.meta.url).pathname
  const clock = options.processor ? ['--processor'] : []
  return Number(
    execFileSync(process.execPath, [own, '--once', path, ...clock], { encoding: 'utf8' }),
  )
}

function secondsOf(peer: PeerResult): number {
  return options.processor ? peer.processor : peer.seconds
}

async function againstScipy(
  scipy: Scipy | undefined,
  folder: string,
  mentors: number,
  mentees: number,
): Promise<string> {
  const bench = drawBench(mentors, mentees, 'scored', SEED)
  const path = join(folder, 'graph.bin')
  writeBench(path, bench)
  const large = bench.graph.mentor.length > 10_000_000
  const rounds = large ? 3 : ROUNDS
  const warmUps = large ? 2 : 20
  for (let n = 0; n < warmUps; n++) solve(bench, 'score')
  const ours: number[] = []
  const checks: number[] = []
  const theirs: number[] = []
  const turned: number[] = []
  let total = 0
  // One run of scipy for large sizes, where it takes half a minute.
  for (let n = 0; n < rounds; n++) {
    const { milliseconds, solution } = solve(bench, 'score')
    ours.push(milliseconds)
    checks.push(check(bench, solution))
    total = solution.total
    if (!scipy || (large && n > 0)) continue
    const straight = await scipy.solve(path, 'sparse')
    theirs.push(1000 * secondsOf(straight))
    if (straight.total !== total) throw new Error(`scipy has ${straight.total}, we ${total}`)
    if (mentors === mentees) continue
    const other = await scipy.solve(path, 'sparse turned')
    turned.push(1000 * secondsOf(other))
    if (other.total !== total) throw new Error(`scipy has ${other.total}, we ${total}`)
  }
  const first = median(Array.from({ length: large ? 1 : 3 }, () => firstCall(path)))
  const own = median(ours)
  const peer = theirs.length > 0 ? Math.min(median(theirs), median([...turned, Infinity])) : NaN
  return [
    mentors === mentees ? `${mentors} a side` : `${mentors} mentors, ${mentees} mentees`,
    bench.graph.mentor.length,
    scipy ? milliseconds(peer) : 'absent',
    milliseconds(own),
    `${(peer / own).toFixed(1)}×`,
    milliseconds(first),
    `${(peer / first).toFixed(1)}×`,
    milliseconds(median(checks)),
    total,
  ].join(' | ')
}

/** Other weights and objectives, as multiples of the plain score solve. */
function shapes(mentors: number, mentees: number, objectives: Objective[]): void {
  console.log(`\n${mentors} mentors, ${mentees} mentees: multiples of the plain score solve`)
  console.log(`weights | ${objectives.join(' | ')}`)
  const benches = SHAPES.map((shape) => drawBench(mentors, mentees, shape, SEED))
  const times = benches.map(() => objectives.map((): number[] => []))
  for (let round = -2; round < ROUNDS; round++) {
    benches.forEach((bench, b) => {
      objectives.forEach((objective, o) => {
        const { milliseconds, solution } = solve(bench, objective)
        if (round === 0) check(bench, solution)
        if (round >= 0) times[b][o].push(milliseconds)
      })
    })
  }
  const base = median(times[0][0])
  times.forEach((row, b) => {
    const cells = row.map((cell) => `${(median(cell) / base).toFixed(1)}×`)
    console.log([SHAPES[b], ...cells].join(' | '))
  })
  console.log(`plain score solve: ${milliseconds(base)}`)
}

/** One mentee leaves and returns in a solved pool, exactly. */
async function changes(scipy: Scipy | undefined, folder: string, size: number): Promise<void> {
  const bench = drawBench(size, size, 'scored', SEED)
  const { graph, capacity, waitingDays } = bench
  let again = NaN
  if (scipy) {
    const path = join(folder, 'graph.bin')
    writeBench(path, bench)
    again = 1000 * secondsOf(await scipy.solve(path, 'sparse'))
  }
  const solution = openLiveSolution({ pairs: openLivePairs(graph), capacity, objective: 'score' })
  const random = seeded(SEED)
  const times: number[] = []
  const count = 10_000
  for (let n = -2000; n < count / 2; n++) {
    const mentee = Math.floor(size * random())
    const began = performance.now()
    removeMentee(solution, mentee)
    const left = performance.now()
    addMentee(solution, mentee)
    const back = performance.now()
    if (n >= 0) times.push(left - began, back - left)
  }
  check({ graph, capacity, waitingDays }, readLiveSolution(solution))
  times.sort((a, b) => a - b)
  const middle = times[count / 2]
  const high = times[Math.floor(count * 0.99)]
  console.log(`\n${count} changes in a solved ${size}: median ${(1000 * middle).toFixed(1)} µs`)
  console.log(`99th percentile ${(1000 * high).toFixed(0)} µs; proved best afterwards`)
  if (!scipy) return
  console.log(`scipy again: 1/${Math.round(again / middle)}, 99th 1/${Math.round(again / high)}`)
}

/** Libraries from npm on the same graphs, alternating; every total must be the same. */
async function peers(): Promise<void> {
  console.log('library | size | pairs | theirs | ours | ratio | total')
  for (const { name, sizes, solve: solvePeer } of await openLibraries()) {
    for (const size of sizes) {
      const bench = drawBench(size, size, 'scored', SEED)
      for (let n = 0; n < 5; n++) solve(bench, 'score')
      const [theirs, ours]: number[][] = [[], []]
      let total = 0
      let wrong: string | undefined
      for (let n = 0; n < ROUNDS && theirs.reduce((a, b) => a + b, 0) < 10_000; n++) {
        const peer = solvePeer(bench)
        const { milliseconds: own, solution } = solve(bench, 'score')
        check(bench, solution)
        total = solution.total
        if (peer.total !== total) wrong = `gave ${peer.total}`
        theirs.push(peer.milliseconds)
        ours.push(own)
      }
      const times = [median(theirs), median(ours)]
      const ratio = `${Math.round(times[0] / times[1]).toLocaleString('en')}×`
      const pairs = bench.graph.mentor.length
      console.log(
        [name, `${size} a side`, pairs, ...times.map(milliseconds), wrong ?? ratio, total].join(
          ' | ',
        ),
      )
      // A wrong library must not hide the others; the run still fails.
      if (wrong) process.exitCode = 1
    }
  }
}

/** What a child process measures. */
const PARTS: Record<string, (mentors: number, mentees: number) => Promise<void>> = {
  size: (mentors, mentees) =>
    withScipy(async (scipy, folder) => {
      console.log(await againstScipy(scipy, folder, mentors, mentees))
    }),
  shapes: async (mentors, mentees) => shapes(mentors, mentees, ['score', 'coverage', 'worst-off']),
  changes: (mentors) => withScipy((scipy, folder) => changes(scipy, folder, mentors)),
}

async function withScipy(
  measure: (scipy: Scipy | undefined, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const scipy = await openScipy()
  try {
    await measure(scipy, folder)
  } finally {
    scipy?.close()
    rmSync(folder, { recursive: true })
  }
}

function runPart(kind: string, mentors: number, mentees: number): void {
  const own = new URL('main.ts', import.meta.url).pathname
  const part = `${kind},${mentors},${mentees}`
  const flags = ['--rounds', options.rounds, ...(options.processor ? ['--processor'] : [])]
  execFileSync(process.execPath, [own, '--part', part, ...flags], { stdio: 'inherit' })
}

async function main(): Promise<void> {
  await withScipy(async (scipy) => {
    console.log(scipy ? `scipy ${scipy.version}` : 'python3 with scipy is absent: no comparison')
  })
  const sizes = options.sizes.split(',').map((size): [number, number] => {
    return [Number(size), Number(size)]
  })
  sizes.push([4000, 10_000])
  if (options.large) sizes.push([20_000, 20_000], [50_000, 50_000])
  if (options.huge) sizes.push([100_000, 100_000])
  console.log('\nsize | pairs | scipy | ours | ratio | first call | ratio | proof | total')
  for (const [mentors, mentees] of sizes) runPart('size', mentors, mentees)
  runPart('shapes', 10_000, 10_000)
  runPart('shapes', 4000, 10_000)
  runPart('changes', 10_000, 10_000)
}

if (options.once) {
  console.log(solve(readBench(options.once), 'score').milliseconds)
} else if (options.peers) {
  await peers()
} else if (options.part) {
  const [kind, mentors, mentees] = options.part.split(',')
  await PARTS[kind](Number(mentors), Number(mentees))
} else {
  await main()
}
