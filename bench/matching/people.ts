/*
 * From people to proved proposals, each time in a fresh process, alternating with scipy on the same pairs;
 * medians. scipy's time is for solving alone, ours from people as plain values to proved proposals. Every
 * total must be the same.
 *
 *    node bench/matching/people.ts [--sizes 1000,10000] [--large] [--huge] [--rounds 3]
 *                                  large: 20,000 and more; huge: scipy too, which needs minutes and 16 GiB
 *    node bench/matching/people.ts --scoring      pairs scored: plain loop, every pair, best 24
 *    node bench/matching/people.ts --once 10000   one run in this process, as a line of JSON
 *                                  [--mentees 20000] [--objective score] [--words] [--helpers 1]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { indexPeople } from '../../src/matching/people-index.ts'
import { indexedPairs } from '../../src/matching/people-pairs.ts'
import { preparePool } from '../../src/matching/pool.ts'
import { outline, type Phase, propose } from '../../src/matching/propose.ts'
import type { Objective } from '../../src/matching/types.ts'
import { openHelp, sparedThreads } from '../../src/threads/help.ts'
import manifest from '../../package.json' with { type: 'json' }
import { openScipy, type PeerResult, type Scipy, writeBench } from './peers.ts'
import { population } from './population.ts'
import { compareScoring } from './scoring.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    large: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    scoring: { type: 'boolean', default: false },
    once: { type: 'string' },
    mentees: { type: 'string' },
    objective: { type: 'string', default: 'score' },
    words: { type: 'boolean', default: false },
    helpers: { type: 'string' },
  },
})
const ROUNDS = Number(options.rounds)
/** Above this size scipy takes minutes and much memory, and is left out. */
const LARGEST_FOR_SCIPY = options.huge ? 100_000 : 20_000
/** Above this size one round. */
const LARGEST_IN_ROUNDS = 20_000
/** From this size on, reading takes longer than starting a thread. */
const LONG_TO_READ = 4_000

type Run = {
  matched: number
  total: number
  seconds: { [P in Phase | 'check']?: number }
  allSeconds: number
  cpuSeconds: number
  peakMiB: number
}

function runOnce(mentors: number, mentees: number, objective: Objective): Run {
  // As `makker match run`: worker threads start while the people are read.
  const helpers = openHelp(Number(options.helpers ?? sparedThreads(1)))
  if (mentors > LONG_TO_READ) helpers.help({ kind: 'begin' })
  const people = population(mentors, mentees)
  const input = { ...people, settings: { ...people.settings, objective } }
  const seconds: Run['seconds'] = {}
  let phase: Phase | 'check' = 'check'
  let since = performance.now()
  const began = since
  const cpu = process.cpuUsage()
  const enter = (next: Phase): void => {
    const now = performance.now()
    seconds[phase] = (now - since) / 1000
    phase = next
    since = now
  }
  const answer = options.words ? propose : outline
  const run = answer(input, { onPhase: enter, help: helpers.help })
  helpers.close()
  enter('count')
  return {
    matched: run.matched,
    total: run.total,
    seconds,
    allSeconds: (performance.now() - began) / 1000,
    cpuSeconds: process.cpuUsage(cpu).user / 1e6,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** The flags `npm run makker` gives to Node. */
const FLAGS = manifest.scripts.makker.split(' ').slice(1, -1)

function inFreshProcess(size: number, objective: Objective): Run {
  const own = fileURLToPath(new URL('people.ts', import.meta.url))
  const args = [...FLAGS, own, '--once', String(size), '--objective', objective]
  const root = new URL('../..', import.meta.url)
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root }))
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function writePairs(path: string, size: number): void {
  const pool = preparePool(population(size, size))
  const graph = indexedPairs({ index: indexPeople(pool), isLocked: () => false })
  writeBench(path, {
    graph,
    capacity: Int32Array.from(pool.mentors, (mentor) => mentor.places),
    waitingDays: Int32Array.from(pool.mentees, (mentee) => mentee.waitingDays),
  })
}

async function compare(scipy: Scipy | undefined, path: string, size: number): Promise<string> {
  const peer = size <= LARGEST_FOR_SCIPY ? scipy : undefined
  if (peer) writePairs(path, size)
  const theirs: PeerResult[] = []
  const ours: Run[] = []
  const coverage: number[] = []
  for (let round = 0; round < (size > LARGEST_IN_ROUNDS ? 1 : ROUNDS); round++) {
    if (peer) theirs.push(await peer.solve(path, 'sparse'))
    ours.push(inFreshProcess(size, 'score'))
    coverage.push(inFreshProcess(size, 'coverage').allSeconds)
    const [own, other] = [ours[round].total, theirs[round]?.total ?? ours[round].total]
    if (own !== other) throw new Error(`scipy has ${other}, we ${own}`)
  }
  const solving = median(theirs.map(({ seconds }) => seconds))
  const all = median(ours.map(({ allSeconds }) => allSeconds))
  const figures = [
    solving,
    median(theirs.map(({ building }) => building ?? 0)),
    all,
    median(ours.map(({ cpuSeconds }) => cpuSeconds)),
    median(ours.map(({ seconds }) => seconds.verify ?? 0)),
    median(coverage),
  ].map((value) => (Number.isNaN(value) || value === undefined ? '–' : `${value.toFixed(2)} s`))
  const [peerPeak, peak] = [theirs, ours].map((runs) =>
    Math.max(...runs.map((r) => r.peakMiB ?? 0)),
  )
  const ratio = peer ? `${(solving / all).toFixed(2)}×` : '–'
  return [size, ...figures, ratio, peer ? Math.round(peerPeak) : '–', peak, ours[0].total].join(
    ' | ',
  )
}

async function main(): Promise<void> {
  const sizes = options.sizes.split(',').map(Number)
  if (options.large) sizes.push(20_000, 50_000, 100_000)
  else if (options.huge) sizes.push(100_000)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const scipy = await openScipy()
  console.log(scipy ? `scipy ${scipy.version}` : 'python3 with scipy is absent: no comparison')
  console.log(
    'a side | scipy solve | its building | ours | ours, CPU | of it proof | under coverage | scipy solve / ours | MiB scipy | MiB ours | total',
  )
  try {
    for (const size of sizes) console.log(await compare(scipy, join(folder, 'pairs.bin'), size))
  } finally {
    scipy?.close()
    rmSync(folder, { recursive: true })
  }
}

if (options.once) {
  const mentors = Number(options.once)
  const mentees = Number(options.mentees ?? mentors)
  console.log(JSON.stringify(runOnce(mentors, mentees, options.objective as Objective)))
} else if (options.scoring) {
  for (const size of options.sizes.split(',').map(Number)) compareScoring(size, ROUNDS)
} else {
  await main()
}
