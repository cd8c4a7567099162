/*
 * Matching over HTTP on loopback: what-if for 1,000 a side (two proved runs and their audit); other mentors
 * for a mentee from memory (the engine behind a bare Fastify, and the whole product) compared with bare
 * Fastify; and response times of other requests during a run. Medians and 99th percentiles of a bounded
 * number of requests.
 *
 *    node bench/matching/product.ts [--side 1000] [--requests 1000]
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import fastify from 'fastify'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Actor, Context } from '../../src/context.ts'
import { createToken } from '../../src/features/accounts/tokens/create-token.ts'
import { proposeInThread } from '../../src/features/runs/thread/in-thread.ts'
import { alternativeView } from '../../src/features/runs/ask/api-views.ts'
import { translate } from '../../src/locales/translate.ts'
import { type Alternative, alternatives } from '../../src/matching/alternatives.ts'
import { propose } from '../../src/matching/propose.ts'
import { openScratch } from '../scratch.ts'
import { population } from './population.ts'
import { storeRun } from './stored-run.ts'

const { values: options } = parseArgs({
  options: {
    side: { type: 'string', default: '1000' },
    requests: { type: 'string', default: '1000' },
  },
})
const REQUESTS = Math.min(20_000, Number(options.requests))
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]!

/** One request; returns ms to the end of the response. Rejects unless the status is 200. */
function timeRequest(url: string, headers: Record<string, string>, body?: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request(url, { agent, method, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - began))
    })
    sent.on('error', reject).end(body)
  })
}

/** Sends `count` requests, `atOnce` at a time: requests per second, and ms of each. */
async function load(count: number, atOnce: number, one: (n: number) => Promise<number>) {
  const times: number[] = []
  const began = performance.now()
  let next = 0
  const worker = async () => {
    while (next < count) times.push(await one(next++))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { perSecond: (1000 * count) / (performance.now() - began), times }
}

const scratch = await openScratch({ connections: 8 })
const { database, keeper } = scratch
const pool = population(Number(options.side), Number(options.side), 3)
const stored = await storeRun(keeper.kysely, pool)
const actor: Actor = {
  ...{ kind: 'staff', id: stored.accountId, name: 'Karin' },
  ...{ role: 'coordinator', municipality: '0461' },
}
const ctx: Context = {
  database: database.kysely,
  journal: '',
  now: () => Temporal.Now.instant(),
  actor: { kind: 'system' },
}
const app = await buildApp(ctx, readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
await app.listen({ host: '127.0.0.1', port: 0 })
const bare = fastify()
bare.get('/', async () => ({ hello: 'world' }))
// The product's answer about other mentors from memory, without authorisation.
const t = translate('da')
const inMemory = new Map<string, Alternative[]>()
bare.get<{ Params: { mentee: string } }>('/others/:mentee', async ({ params: { mentee } }) => {
  const found = inMemory.get(mentee) ?? alternatives(stored.pool, stored.result, mentee)
  inMemory.set(mentee, found)
  return { data: found.map((one) => alternativeView(t, one, () => 'Somebody')) }
})
await bare.listen({ host: '127.0.0.1', port: 0 })
const portOf = ({ server }: { server: { address(): unknown } }) =>
  (server.address() as AddressInfo).port
const api = `http://127.0.0.1:${portOf(app)}/api/v1`
const command = { name: `Bench ${randomUUID()}`, scope: 'programme:write', months: 1 } as const
const { token } = await createToken({ ...ctx, actor }, command, (claims) => app.jwt.sign(claims))
const headers = {
  host: 'localhost:3000',
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
}

const alone: number[] = []
for (let round = 0; round < 5; round++) {
  const began = performance.now()
  propose(stored.pool)
  alone.push(performance.now() - began)
}
console.log(`propose alone, ${options.side} a side: ${quantile(alone, 0.5).toFixed(0)} ms`)

/** Different for every round. */
const whatIf = (round: number) => {
  const weights = {
    topics: 30 + round,
    language: 20,
    time: 15,
    waiting: 15,
    distance: 10,
    interests: 10,
  }
  return JSON.stringify({
    variants: [{ name: 'Flest point', objective: 'score', ...(round % 2 && { weights }) }],
  })
}
const timings: { wall: number; cpu: number }[] = []
for (let round = 0; round < 40; round++) {
  const before = process.cpuUsage()
  const wall = await timeRequest(
    `${api}/match-runs/${stored.runId}/what-if`,
    headers,
    whatIf(2 * round),
  )
  const { user, system } = process.cpuUsage(before)
  timings.push({ wall, cpu: (user + system) / 1000 })
}
const first = timings.shift()!
for (const kind of ['wall', 'cpu'] as const) {
  const times = timings.map((one) => one[kind])
  console.log(
    `what if over HTTP, ${kind}: first ${first[kind].toFixed(0)} ms, then median ${quantile(times, 0.5).toFixed(0)} ms, least ${Math.min(...times).toFixed(0)} ms`,
  )
}

const { proposalIds } = stored
const bareUrl = `http://127.0.0.1:${portOf(bare)}`
const others = (n: number) =>
  timeRequest(`${api}/proposals/${proposalIds[n % proposalIds.length]!}/alternatives`, headers)
const engine = (n: number) =>
  timeRequest(`${bareUrl}/others/${stored.mentees[n % proposalIds.length]!}`, {})
for (const n of proposalIds.keys()) {
  await others(n)
  await engine(n)
}
let most: number | undefined
for (const [name, one] of [
  ['bare Fastify', () => timeRequest(`${bareUrl}/`, {})],
  ['other mentors, the engine behind bare Fastify', engine],
  ['other mentors, the whole product', others],
] as const) {
  await load(200, 16, one)
  const { perSecond, times } = await load(REQUESTS, 16, one)
  most ??= perSecond
  console.log(
    `${name}: ${perSecond.toFixed(0)} a second, ${(perSecond / most).toFixed(2)} of bare; 99 % within ${quantile(times, 0.99).toFixed(1)} ms`,
  )
}

const other = () => timeRequest(`${api}/sites`, headers)
const idle = await load(REQUESTS, 2, other)
const stop = new AbortController()
const run = proposeInThread(population(20_000, 20_000, 4), {
  signal: stop.signal,
  onProgress: () => {},
}).catch(() => {})
await load(20, 2, other)
const busy = await load(REQUESTS, 2, other)
stop.abort()
await run
const [before, during] = [quantile(idle.times, 0.99), quantile(busy.times, 0.99)]
console.log(
  `others, 99 %: ${before.toFixed(1)} ms idle, ${during.toFixed(1)} ms beside a run: ${(during / before).toFixed(1)}`,
)

agent.destroy()
await Promise.all([app.close(), bare.close()])
await scratch.close()
