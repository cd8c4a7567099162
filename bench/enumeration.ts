/*
 * Whether response times reveal who is known. Every question that a stranger may ask about an address or a
 * link is asked about 500 known and 500 unknown ones, in random order, on PostgreSQL. A Mann-Whitney test
 * gives the probability of such a difference by chance. A question below 0.01 is repeated with others;
 * below it twice is an error.
 *
 *    node bench/enumeration.ts [--pairs 500] [--only link]
 */
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { InjectOptions } from 'fastify'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import { startProgramme } from '../src/features/programmes/start.ts'
import { settableClock } from '../test/support/clock.ts'
import { openScratch } from './scratch.ts'
import { type Flow, flows, type Stage } from '../test/support/enumeration.ts'

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '500' },
    only: { type: 'string', default: '' },
  },
})
const PAIRS = Number(options.pairs)
const LEAST = 0.01

const scratch = await openScratch()
const { database, keeper } = scratch
const clock = settableClock()
const ctx: Context = {
  database: database.kysely,
  journal: join(tmpdir(), 'makker-bench-nowhere'),
  actor: { kind: 'system' },
  now: clock.now,
}
await startProgramme(ctx, { municipality: '0461', name: 'Mentor-match', alsoServes: [] })
const app = await buildApp(ctx, readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
await app.ready()
const stage: Stage = {
  app,
  db: keeper.kysely,
  clock,
  ctx: (actor = ctx.actor) => ({ ...ctx, actor }),
}

interface Times {
  known: number[]
  unknown: number[]
}

async function measure(flow: Flow, count: number): Promise<Times> {
  const pairs = await flow.pairs(stage, count)
  const requests = pairs.flatMap(({ known, unknown }) => [
    { whom: 'known' as const, request: known },
    { whom: 'unknown' as const, request: unknown },
  ])
  const times: Times = { known: [], unknown: [] }
  const statuses = new Set<number>()
  for (const { whom, request } of shuffled(requests)) {
    // Keeps below the rate limits of registration.
    clock.advance({ seconds: 5 })
    const { took, status } = await timed(request)
    times[whom].push(took)
    statuses.add(status)
  }
  if (statuses.size > 1 || statuses.has(429) || statuses.has(500))
    throw new Error(`${flow.name}: answered ${[...statuses].join(', ')}`)
  return times
}

async function timed(request: InjectOptions) {
  const began = performance.now()
  const { statusCode } = await app.inject(request)
  return { took: performance.now() - began, status: statusCode }
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** Two-sided p-value by the normal approximation, for hundreds of values with hardly any ties. */
function mannWhitney({ known, unknown }: Times): number {
  const all = [
    ...known.map((took) => ({ took, isKnown: true })),
    ...unknown.map((took) => ({ took, isKnown: false })),
  ]
  all.sort((a, b) => a.took - b.took)
  let ranks = 0
  for (const [at, { isKnown }] of all.entries()) if (isKnown) ranks += at + 1
  const [a, b] = [known.length, unknown.length]
  const u = ranks - (a * (a + 1)) / 2
  const z = (u - (a * b) / 2) / Math.sqrt((a * b * (a + b + 1)) / 12)
  return 2 * upperTail(Math.abs(z))
}

/** Upper tail of the normal distribution (Abramowitz and Stegun 26.2.17). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = series.reduceRight((rest, term) => (rest + term) * t, 0)
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}

function median(numbers: number[]): string {
  const value = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
  return `${value.toFixed(2).padStart(8)} ms`
}

function report(flow: Flow, times: Times): number {
  const p = mannWhitney(times)
  const load = loadavg()[0]!.toFixed(1)
  console.log(
    `${p > LEAST ? ' ' : '!'} p ${p.toFixed(3)}  known ${median(times.known)}  unknown ${median(times.unknown)}  load ${load.padStart(4)}  ${flow.name}`,
  )
  return p
}

console.log(`${PAIRS} pairs of each question, in random order`)
for (const flow of flows.filter(({ name }) => name.includes(options.only))) {
  await measure(flow, 20)
  const p = report(flow, await measure(flow, PAIRS))
  if (p <= LEAST && report(flow, await measure(flow, PAIRS)) <= LEAST) process.exitCode = 1
}

await app.close()
await scratch.close()
