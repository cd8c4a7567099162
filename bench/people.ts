/*
 * The list of people on a large table: an operation with its transaction and row-level security, compared
 * with hand-written SQL for the same page as superuser. The two alternate; shown are both medians and the
 * median ratio per round, so that load on the machine affects both. Fails where the ratio exceeds five.
 *
 *    node bench/people.ts [--people 200000] [--rounds 21]
 */
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import type { Context } from '../src/context.ts'
import { writeCursor } from '../src/features/people/list/cursor.ts'
import { countPeople, listPeople } from '../src/features/people/list/list-people.ts'
import { ListPeople } from '../src/features/people/list/schema.ts'
import { asSuperuser } from '../test/support/postgres.ts'
import { openScratch } from './scratch.ts'
import { addPicking, populate } from './crowd.ts'
import { bareCounts, barePage } from './bare-lists.ts'

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '21' },
  },
})
const ROUNDS = Math.max(5, Number(options.rounds))
const LIMIT = 5

const lists: Record<string, Record<string, string>> = {
  everyone: {},
  'everyone, by name': { sort: 'name' },
  'everyone, newest first': { sort: 'newest' },
  'ready mentors': { role: 'mentor', state: 'ready' },
  'ready mentors, by name': { role: 'mentor', state: 'ready', sort: 'name' },
  mentees: { role: 'mentee' },
  'paused, of either role': { state: 'paused' },
  'waiting for more than a year': { state: 'ready', role: 'mentee', waitingDays: '365' },
  'speakers of Tigrinya': { language: 'ti' },
  'ready mentees who speak Arabic': { language: 'ar', role: 'mentee', state: 'ready' },
  'residents of Kerteminde': { residence: '0440' },
  'a word that many have (maria)': { q: 'maria' },
  'two words (soren agard)': { q: 'soren agard' },
  'a letter (a)': { q: 'a' },
  'in Arabic (فاطمه)': { q: 'فاطمه', state: 'ready', role: 'mentee' },
  'an e-mail address': { q: 'person123456@example.dk' },
  'the beginning of a telephone number': { q: '2000 12' },
  'no result': { q: 'xyzzy' },
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Alternates the two, after three warm-up rounds. */
async function compare(name: string, ours: () => Promise<unknown>, bare: () => Promise<unknown>) {
  const took = { ours: [] as number[], bare: [] as number[], ratio: [] as number[] }
  for (let round = -3; round < ROUNDS; round++) {
    const [one, other] = [await timed(ours), await timed(bare)]
    if (round < 0) continue
    took.ours.push(one)
    took.bare.push(other)
    took.ratio.push(one / other)
  }
  const [a, b, ratio] = [median(took.ours), median(took.bare), median(took.ratio)]
  const isWithin = ratio <= LIMIT
  console.log(
    `${isWithin ? ' ' : '!'} ${name.padEnd(46)} ${a.toFixed(2).padStart(8)} ms ${b.toFixed(2).padStart(8)} ms ${ratio.toFixed(1).padStart(5)}`,
  )
  if (!isWithin) process.exitCode = 1
}

const scratch = await openScratch({ connections: 2 })
const { address, database, keeper } = scratch
await addPicking(keeper.kysely)
const made = await timed(() => populate(keeper.kysely, Number(options.people)))
console.log(`${options.people} people written in ${(made / 1000).toFixed(1)} s\n`)

const bare = new Client({ connectionString: asSuperuser(address) })
await bare.connect()
const now = Temporal.Instant.from('2026-01-01T00:00Z')
const ctx: Context = {
  database: database.kysely,
  journal: '',
  actor: {
    kind: 'staff',
    id: randomUUID(),
    name: 'Karin',
    role: 'coordinator',
    municipality: '0461',
  },
  now: () => now,
}

console.log(`Load ${loadavg()[0]!.toFixed(1)} on this machine as it begins.`)
console.log(`  ${'page of 50'.padEnd(46)} ${'operation'.padStart(11)} ${'bare'.padStart(11)} ratio`)
for (const [name, query] of Object.entries(lists)) {
  const wanted = ListPeople.parse(query)
  await comparePages(name, wanted, barePage(wanted, now))
  const last = await lastPage(query)
  if (last !== undefined) await comparePages('  its last page', last, barePage(wanted, now, true))
}
console.log(`\n  counts by role and state`)
for (const [name, query] of Object.entries(lists).filter(([, { sort }]) => sort === undefined)) {
  const { role: _, state: __, ...filter } = ListPeople.parse(query)
  if (Object.keys(filter).length > 1 || name === 'everyone')
    await compare(
      name,
      () => countPeople(ctx, filter),
      () => bare.query(bareCounts(filter, now)),
    )
}

/** Throws unless both give the same people in the same order, which the comparison needs. */
async function comparePages(
  name: string,
  wanted: ListPeople,
  query: ReturnType<typeof barePage>,
): Promise<void> {
  const ids = (await listPeople(ctx, wanted)).people.map(({ id }) => id)
  const { rows } = await bare.query(query)
  const known: string[] = rows.slice(0, 50).map(({ id }) => id)
  if (wanted.cursor !== undefined) known.reverse()
  if (ids.join() !== known.join()) throw new Error(`Other people on the page: ${name}`)
  await compare(
    name,
    () => listPeople(ctx, wanted),
    () => bare.query(query),
  )
}

/** The query of the last page, with the cursor of the page before it. */
async function lastPage(query: Record<string, string>): Promise<ListPeople | undefined> {
  const { rows } = await bare.query(barePage(ListPeople.parse(query), now, true))
  if (rows.length < 50) return undefined
  const row = rows.at(-1)
  const at = Temporal.Instant.fromEpochMilliseconds(
    (query.sort === 'newest' ? row.created_at : row.state_since).getTime(),
  )
  const cursor = writeCursor({
    back: false,
    id: row.id,
    at: query.sort === 'name' ? undefined : at,
  })
  return ListPeople.parse({ ...query, cursor })
}

await bare.end()
await scratch.close()
