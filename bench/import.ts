/*
 * An import over HTTP, while another client reads pages, compared with COPY of the same final rows into the
 * same tables (with indexes, constraints and triggers) plus reading and checking the file alone. Medians of
 * several rounds, each in a fresh database. Fails where the import takes more than twice as long, or the
 * other client waits too long.
 *
 *    node bench/import.ts [--rows 100000] [--rounds 3] [--engine postgres|embedded]
 */
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { openPostgres } from '../src/db/open.ts'
import { readInThread } from '../src/features/imports/in-thread.ts'
import {
  asSuperuser,
  createDatabase,
  dropDatabase,
  startPostgres,
} from '../test/support/postgres.ts'
import { startOdense, type Server, startServer, withDatabase } from '../test/support/server.ts'
import { temporaryFolder } from '../test/support/temporary.ts'
import { peopleFile } from './people-file.ts'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    engine: { type: 'string', default: 'postgres' },
  },
})
const ROWS = Number(options.rows)
const ROUNDS = Number(options.rounds)
const LIMIT = { ratio: 2, wait: 500 }
const file = peopleFile(ROWS)

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** Reads and checks the file, and stores nothing. */
function validate(): Promise<unknown> {
  const about = {
    role: 'column' as const,
    municipality: '0461',
    served: [{ code: '0461', name: 'Odense' }],
    partners: [],
  }
  const bytes = new Uint8Array(file)
  return readInThread({ bytes, sheet: undefined, about, batch: 2_000 }, async () => {})
}

interface Round {
  upload: number
  import: number
  waits: number[]
  /** Pages that failed for the other client. */
  refused: string[]
}

/** Uploads, confirms and waits for the end, while another client reads pages one after the other. */
async function importFile(server: Server): Promise<Round> {
  const waits: number[] = []
  const refused: string[] = []
  let isOver = false
  const others = (async () => {
    for (let at = 0; !isOver; at++) {
      const page = ['/people', '/people?role=mentor&state=ready', '/tasks', '/mentor'][at % 4]!
      const began = performance.now()
      const answer = await server.get(page)
      await answer.arrayBuffer()
      waits.push(performance.now() - began)
      if (answer.status !== 200) refused.push(`${page} answered ${answer.status}`)
      await setTimeout(25)
    }
  })()
  try {
    let place = ''
    const upload = await timed(async () => {
      const form = { role: 'column', sheet: '', file: new Blob([new Uint8Array(file)]) }
      const answer = await server.post('/people/import', form)
      if (answer.status !== 303) throw new Error(`The upload answered ${answer.status}`)
      place = answer.headers.get('location')!
    })
    const taken = await timed(async () => {
      const answer = await server.post(`${place}/confirmation`, { consent: 'on' })
      if (answer.status !== 303) throw new Error(`The confirmation answered ${answer.status}`)
      for (;;) {
        const page = await (await server.get(place)).text()
        if (page.includes('Færdig.')) return
        if (!page.includes('data-progress')) throw new Error('The import did not go on')
        await setTimeout(250)
      }
    })
    return { upload, import: taken, waits, refused }
  } finally {
    isOver = true
    await others
  }
}

const tables = [
  ...['person', 'person_language', 'availability', 'availability_exception', 'enrolment'],
  ...['enrolment_topic', 'enrolment_transition', 'consent', 'audit_entry'],
]

/** Copies the imported rows into an empty database, and returns the time of the COPY alone. */
async function copyInto(from: string, to: string): Promise<number> {
  const [source, target] = [from, to].map(
    (address) => new Client({ connectionString: asSuperuser(address) }),
  ) as [Client, Client]
  await Promise.all([source.connect(), target.connect()])
  try {
    const folder = await source.query(`select current_setting('data_directory') as data`)
    const path = (table: string) => `${folder.rows[0].data}/copied-${table}`
    const columns: Record<string, string> = {}
    for (const table of tables) {
      const { rows } = await source.query(
        `select string_agg(quote_ident(attname), ',' order by attnum) as columns from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      )
      columns[table] = rows[0].columns
      const which = table === 'audit_entry' ? `where action = 'person-imported'` : ''
      await source.query(
        `copy (select ${columns[table]} from ${table} ${which}) to '${path(table)}' (format binary)`,
      )
    }
    await target.query('delete from programme_area')
    await target.query('delete from programme')
    await source.query(`copy programme to '${path('programme')}' (format binary)`)
    await target.query(`copy programme from '${path('programme')}' (format binary)`)
    return await timed(async () => {
      await target.query('begin')
      for (const table of tables)
        await target.query(
          `copy ${table} (${columns[table]}) from '${path(table)}' (format binary)`,
        )
      await target.query('commit')
    })
  } finally {
    await Promise.all([source.end(), target.end()])
  }
}

function report(rounds: { validation: number; copy?: number; round: Round }[]): void {
  const of = (pick: (one: (typeof rounds)[number]) => number) => median(rounds.map(pick))
  const whole = of(({ round }) => round.upload + round.import)
  const waits = rounds.flatMap(({ round }) => round.waits).toSorted((a, b) => a - b)
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!
  console.log(`\n${ROWS} rows, medians of ${ROUNDS}, load ${loadavg()[0]!.toFixed(1)}`)
  console.log(`  reading and checking alone  ${seconds(of(({ validation }) => validation))}`)
  console.log(`  upload, until it is shown   ${seconds(of(({ round }) => round.upload))}`)
  console.log(`  import, until all are in    ${seconds(of(({ round }) => round.import))}`)
  console.log(`  the whole                   ${seconds(whole)}`)
  console.log(
    `  others: ${waits.length} pages, median ${at(0.5).toFixed(0)} ms, 99th percentile ${at(0.99).toFixed(0)} ms, longest ${waits.at(-1)!.toFixed(0)} ms`,
  )
  const refused = rounds.flatMap(({ round }) => round.refused)
  if (refused.length > 0) console.log(`  refused: ${refused.join(', ')}`)
  if (at(0.99) > LIMIT.wait || refused.length > 0) process.exitCode = 1
  if (options.engine !== 'postgres') return
  const copy = of((one) => one.copy!)
  const ratio = of(
    ({ validation, copy, round }) => (round.upload + round.import) / (validation + copy!),
  )
  console.log(`  COPY of the same rows       ${seconds(copy)}`)
  console.log(`  whole / (COPY + checking)   ${ratio.toFixed(2)}, limit ${LIMIT.ratio}`)
  if (ratio > LIMIT.ratio) process.exitCode = 1
}

async function onPostgres(): Promise<void> {
  const postgres = await startPostgres()
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const [ours, copied] = [
      await createDatabase(postgres.maintenance),
      await createDatabase(postgres.maintenance),
    ]
    const other = openPostgres(copied, 1)
    await migrate(other.kysely)
    await other.close()
    const session = await withDatabase(ours, startOdense)
    const validation = await timed(validate)
    const server = await startServer(ours, session)
    const made = await importFile(server)
    await waitForRecord(ours)
    await server.kill()
    const copy = await copyInto(ours, copied)
    rounds.push({ validation, copy, round: made })
    console.log(
      `round ${round + 1}: checking ${seconds(validation)}, COPY ${seconds(copy)}, upload ${seconds(made.upload)}, import ${seconds(made.import)}`,
    )
    for (const address of [ours, copied]) await dropDatabase(postgres.maintenance, address)
  }
  await postgres.stop()
  report(rounds)
}

/** The audit record is written after the import has finished. */
async function waitForRecord(address: string): Promise<void> {
  const client = new Client({ connectionString: asSuperuser(address) })
  await client.connect()
  for (;;) {
    const { rows } = await client.query('select count(*)::int as left from spreadsheet_row')
    if (rows[0].left === 0) break
    await setTimeout(250)
  }
  const ended = once(client, 'end')
  await client.end()
  await ended
}

async function onEmbedded(): Promise<void> {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const { folder, remove } = await temporaryFolder('bench')
    const session = await withDatabase(folder, startOdense)
    const validation = await timed(validate)
    const server = await startServer(folder, session)
    const made = await importFile(server)
    await server.kill()
    remove()
    rounds.push({ validation, round: made })
    console.log(
      `round ${round + 1}: checking ${seconds(validation)}, upload ${seconds(made.upload)}, import ${seconds(made.import)}`,
    )
  }
  report(rounds)
}

await (options.engine === 'embedded' ? onEmbedded() : onPostgres())
