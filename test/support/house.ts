import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Actor, Context } from '../../src/context.ts'
import { createEngine } from '../../src/db/embedded-template.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import type { DB } from '../../src/db/types.ts'
import { type Clock, settableClock } from './clock.ts'
import { asSuperuser, createDatabase, dropDatabase } from './postgres.ts'
import { temporaryFolder } from './temporary.ts'

/** The product under test: a database of its own, emptied before each test, and a clock. */
export interface House {
  readonly engine: 'postgres' | 'embedded'
  /** Without row-level security: for fixtures and for assertions. */
  readonly db: Kysely<DB>
  readonly clock: Clock
  /** The address of the database; empty on the embedded engine, where there is none. */
  readonly address: string
  ctx(actor?: Actor): Context
}

/** Opens a house for the tests of one file, empties it before each test and closes it at the end. */
export function useHouse(): House {
  const clock = settableClock()
  let fixture: Fixture
  let journal: Awaited<ReturnType<typeof temporaryFolder>>
  let emptyTables: () => Promise<void>

  beforeAll(async () => {
    fixture = await (inject('engine') === 'embedded'
      ? openEmbeddedFixture()
      : openPostgresFixture())
    emptyTables = await prepareEmptying(fixture.keeper.kysely)
    journal = await temporaryFolder('journal')
  })
  beforeEach(async () => {
    clock.reset()
    await rm(journal.folder, { recursive: true, force: true })
    await emptyTables()
  })
  afterAll(async () => {
    journal?.remove()
    await fixture?.close()
  })

  return {
    engine: inject('engine'),
    clock,
    get db() {
      return fixture.keeper.kysely
    },
    get address() {
      return fixture.address
    },
    ctx: (actor = { kind: 'system' }) => ({
      database: fixture.database.kysely,
      journal: journal.folder,
      now: clock.now,
      actor,
    }),
  }
}

interface Fixture {
  /** The product's connection. */
  database: Database
  /** The test's connection, to which row-level security does not apply. */
  keeper: Database
  address: string
  close(): Promise<void>
}

async function openPostgresFixture(): Promise<Fixture> {
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance, inject('template'))
  const keeper = openPostgres(asSuperuser(address), 2)
  const database = openPostgres(address)
  return {
    database,
    keeper,
    address,
    close: async () => {
      await Promise.all([database.close(), keeper.close()])
      await dropDatabase(maintenance, address)
    },
  }
}

/** One per worker, shared by test files: starting the engine takes over two seconds. */
let embedded: Promise<PGlite> | undefined

async function openEmbeddedFixture(): Promise<Fixture> {
  embedded ??= openAsBlob(inject('embeddedTemplate')).then((loadDataDir) =>
    createEngine({ loadDataDir }),
  )
  const database = openEmbedded(await embedded)
  return { database, keeper: database, address: '', close: async () => {} }
}

/**
 * Empties every table but `municipality`, which migrations fill. Deleting a few rows takes 3 ms,
 * truncating 50; as a replica the server checks no foreign keys, so order does not matter.
 */
async function prepareEmptying(db: Kysely<DB>): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> 'municipality' and tablename not like 'kysely%'
    order by tablename`.execute(db)
  const deletions = rows.map((row) => `delete from ${row.name};`).join(' ')
  const statement = sql.raw(`do $$ begin
    set local session_replication_role = replica;
    ${deletions}
  end $$`)
  return async () => {
    if (await within(30_000, statement.execute(db))) return
    // The next file gets a new engine.
    embedded = undefined
    throw new Error(
      'The database is deadlocked: an earlier test used it outside an open transaction.',
    )
  }
}

/** Whether the work finished in time, so that a hanging database fails one test only. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const limit = setTimeout(milliseconds, false, { ref: false })
  return Promise.race([work.then(() => true), limit])
}
