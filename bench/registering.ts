/*
 * Three ways to write the same new people: `registerPerson` for each in transactions of 200, the
 * statement by which an import writes them, and COPY of the finished rows. They alternate over one
 * database that is emptied in between; the audit record, which is never emptied, is not copied. Shown are the medians, and each against COPY in the same round.
 *
 *   node bench/registering.ts [--people 10000] [--rounds 3]
 */
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import { type Context, transact } from '../src/context.ts'
import { insertPeople } from '../src/features/imports/writing/insert-people.ts'
import { registerPerson } from '../src/features/people/registration/register.ts'
import { RegisterMentor } from '../src/features/people/schema.ts'
import { startProgramme } from '../src/features/programmes/start.ts'
import { openScratch } from './scratch.ts'

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
  },
})
const PEOPLE = Number(options.people)
const ROUNDS = Number(options.rounds)
const AT_ONCE = 200
const tables = [
  ...['person', 'person_language', 'availability', 'enrolment', 'enrolment_topic'],
  ...['enrolment_transition', 'consent'],
]

const scratch = await openScratch({ connections: 2 })
const { database, keeper } = scratch
await sql`set statement_timeout = 0`.execute(keeper.kysely)
const now = Temporal.Instant.from('2026-01-01T00:00Z')
const system: Context = {
  database: database.kysely,
  journal: '',
  actor: { kind: 'system' },
  now: () => now,
}
const municipality = '0461'
const programmeId = await startProgramme(system, { municipality, name: 'Odense', alsoServes: [] })
const ctx: Context = {
  ...system,
  actor: { kind: 'staff', id: randomUUID(), name: 'Karin', role: 'coordinator', municipality },
}

const forms = Array.from({ length: PEOPLE }, (_, n) =>
  RegisterMentor.parse({
    name: `Mette Holm ${n}`,
    phone: String(20_000_000 + n),
    residence: municipality,
    languages: [
      { tag: 'da', level: 'native' },
      { tag: 'en', level: 'B2' },
    ],
    offers: ['dansk', 'it'],
    hours: [
      { day: 2, from: '17:00', to: '19:00' },
      { day: 4, from: '16:30', to: '18:00' },
    ],
    consent: true,
  }),
)
const batches = Array.from({ length: Math.ceil(PEOPLE / AT_ONCE) }, (_, n) =>
  forms.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
)

async function register(): Promise<void> {
  for (const batch of batches)
    await transact(ctx, async (ctx) => {
      for (const command of batch) await registerPerson(ctx, { role: 'mentor', command })
    })
}

/** The people as the rows of a file lie in the database; their writing is not measured. */
async function stage(): Promise<RawBuilder<unknown>[]> {
  await sql`drop table if exists staged`.execute(keeper.kysely)
  await sql`create table staged (number int, person_id uuid, enrolment_id uuid, record jsonb)`.execute(
    keeper.kysely,
  )
  await sql`grant select on staged to makker_app`.execute(keeper.kysely)
  const records = forms.map(({ offers, consent: _, ...form }) => ({
    ...{ ...form, role: 'mentor', state: 'registered' },
    topics: offers.map((topic) => ({ topic })),
  }))
  await sql`insert into staged select place, gen_random_uuid(), gen_random_uuid(), record
    from jsonb_array_elements(${JSON.stringify(records)}::jsonb) with ordinality as said (record, place)`.execute(
    keeper.kysely,
  )
  await sql`create index on staged (number)`.execute(keeper.kysely)
  return batches.map(
    (_, n) => sql`select person_id, enrolment_id, record from staged
      where number > ${n * AT_ONCE}::int and number <= ${(n + 1) * AT_ONCE}::int`,
  )
}

async function insertTogether(parts: RawBuilder<unknown>[], spreadsheetId: string): Promise<void> {
  const about = { municipality, programmeId, actor: 'staff', spreadsheetId }
  const consent = { text: 'Ja', locale: 'da' }
  for (const part of parts)
    await transact(ctx, (ctx) => insertPeople(ctx, part, { ...about, consent }))
}

const path = (table: string) => sql.lit(`/tmp/makker-bench-${process.pid}-${table}`)
const columns: Record<string, string> = {}

async function copyOut(): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql<{ columns: string }>`
      select string_agg(quote_ident(attname), ',' order by attnum) as columns from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      keeper.kysely,
    )
    columns[table] = rows[0]!.columns
    await sql`copy ${sql.table(table)} (${sql.raw(columns[table])}) to ${path(table)}`.execute(
      keeper.kysely,
    )
  }
}

async function copyIn(): Promise<void> {
  for (const table of tables)
    await sql`copy ${sql.table(table)} (${sql.raw(columns[table]!)}) from ${path(table)}`.execute(
      keeper.kysely,
    )
}

async function empty(): Promise<void> {
  await sql`truncate person_term, ${sql.join(tables.map((table) => sql.table(table)))} cascade`.execute(
    keeper.kysely,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const { rows: sheets } = await sql<{ id: string }>`
  insert into spreadsheet (municipality, programme_id, started_by, created_at, role, state)
  values (${municipality}, ${programmeId}, 'staff', ${now}, 'mentor', 'importing') returning id`.execute(
  keeper.kysely,
)
const parts = await stage()
await register()
await copyOut()
const ways = {
  registerPerson: register,
  'one statement': () => insertTogether(parts, sheets[0]!.id),
  COPY: copyIn,
}
const took = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as number[]]))
for (let round = 0; round < ROUNDS; round++)
  for (const [name, way] of Object.entries(ways)) {
    await empty()
    took[name]!.push(await timed(way))
    const { rows } = await sql<{ n: string }>`select count(*) as n from person`.execute(
      keeper.kysely,
    )
    if (Number(rows[0]!.n) !== PEOPLE) throw new Error(`${name} wrote ${rows[0]!.n} people`)
  }
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
console.log(`${PEOPLE} people, medians of ${ROUNDS}, load ${loadavg()[0]!.toFixed(1)}`)
for (const [name, times] of Object.entries(took)) {
  const ratio = median(times.map((time, round) => time / took.COPY![round]!))
  const each = median(times) / PEOPLE
  console.log(`  ${name.padEnd(15)} ${each.toFixed(3)} ms a person, ${ratio.toFixed(1)} × COPY`)
}
await scratch.close()
