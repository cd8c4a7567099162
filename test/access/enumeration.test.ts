import type { FastifyInstance, InjectOptions } from 'fastify'
import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { Answer } from '../support/app.ts'
import { useSite } from '../support/app.ts'
import { dump } from '../support/dump.ts'
import { useHashingCount } from '../support/hashings.ts'
import { useHouse } from '../support/house.ts'
import { aProgramme } from '../support/people.ts'
import { seededRandom } from '../support/random.ts'
import { seed, tries } from '../support/tries.ts'
import { flows, type Pair, type Stage } from '../support/enumeration.ts'

// Responses do not reveal whether a person is known: a request about a known and an unknown address
// gets the same bytes and causes the same work. `bench/enumeration.ts` measures the time.

const house = useHouse()
const site = useSite(house)
const random = seededRandom(seed)

let app: FastifyInstance
const asked: string[] = []

beforeAll(async () => {
  const { database, ...ctx } = house.ctx()
  app = await buildApp({ ...ctx, database: database.withPlugin(listening) }, site.config)
  await app.ready()
})
afterAll(() => app?.close())
beforeEach(() => aProgramme(house))

/** Collects the statements without their values. */
const listening: KyselyPlugin = {
  transformQuery: ({ node }) => {
    asked.push(
      JSON.stringify(node, (key, value: unknown) =>
        key === 'value' || (key === 'values' && !isNodes(value)) ? '?' : value,
      ),
    )
    return node
  },
  transformResult: async ({ result }) => result,
}

function isNodes(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && 'kind' in one)
}

const hashings = useHashingCount()

/** The response to a request, and the work it causes. */
async function consequences(request: InjectOptions, words: readonly string[]) {
  asked.length = 0
  hashings.count = 0
  const before = await jobs()
  asked.length = 0
  const answer = await app.inject(request)
  const work = { statements: [...asked], hashings: hashings.count, jobs: (await jobs()) - before }
  return { answer: withoutChance(answer, words), work }
}

async function jobs(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from duty`.execute(house.db)
  return Number(rows[0]!.count)
}

/** The response without the requested values and random ones. */
function withoutChance({ statusCode, body, headers }: Answer, words: readonly string[]) {
  let text = JSON.stringify({ statusCode, body, headers: { ...headers, date: '' } })
  for (const word of words)
    text = text.replaceAll(encodeURIComponent(word), '(asked)').replaceAll(word, '(asked)')
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
    .replace(/(?<=[=/"])[\w-]{43}(?=[;"\\])/g, '(token)')
}

/** The rows about the known people. */
async function rowsOf(pairs: readonly Pair[]): Promise<string[]> {
  const words = pairs.flatMap(({ rows }) => rows)
  return (await dump(house)).split('\n').filter((line) => words.some((word) => line.includes(word)))
}

test.each(flows)(
  '$name: answers and work are the same for known and unknown',
  async ({ pairs: make }) => {
    const count = tries(200, 4)
    const stage: Stage = { app, db: house.db, clock: house.clock, ctx: house.ctx }
    const pairs = await make(stage, count)
    const before = await rowsOf(pairs)
    expect(before.length).toBeGreaterThanOrEqual(count)
    const answers = new Set<string>()
    const works = new Set<string>()
    for (const { known, unknown, asked } of pairs)
      for (const request of random.chance(0.5) ? [known, unknown] : [unknown, known]) {
        const { answer, work } = await consequences(request, asked)
        answers.add(answer)
        works.add(JSON.stringify(work))
      }
    expect([...answers]).toHaveLength(1)
    expect([...works]).toHaveLength(1)
    const after = new Set(await rowsOf(pairs))
    expect(before.filter((row) => !after.has(row))).toEqual([])
  },
  60_000,
)
