import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { type Kysely, sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Actor, Context } from '../../src/context.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import { openQueue } from '../../src/db/queue.ts'
import type { DB } from '../../src/db/types.ts'
import { type Clock, settableClock } from './clock.ts'
import { asSuperuser, createDatabase, dropDatabase } from './postgres.ts'
import { queues } from './queues.ts'
import { temporaryFolder } from './temporary.ts'

/** The product as a test meets it: a database of its own, empty before each test, and a clock. */
export interface House {
  readonly engine: 'postgres' | 'embedded'
  /** Every table and every row: for builders and for looking at what was written. */
  readonly db: Kysely<DB>
  /** The job queue. Nothing works it: a test that wants its jobs done does them. */
  readonly boss: PgBoss
  readonly clock: Clock
  /** The address of the database; empty on the embedded engine, where there is none. */
  readonly address: string
  /** The product opened for an actor, or for the system. */
  ctx(actor?: Actor): Context
}

/** Opens a house for the tests of one file, sweeps it before each and closes it after the last. */
export function useHouse(): House {
  const clock = settableClock()
  let rooms: Rooms
  let journal: Awaited<ReturnType<typeof temporaryFolder>>
  let sweep: () => Promise<void>

  beforeAll(async () => {
    rooms = await (inject('engine') === 'embedded' ? openEmbeddedRooms() : openPostgresRooms())
    sweep = await sweeper(rooms.keeper.kysely)
    journal = await temporaryFolder('journal')
  })
  beforeEach(async () => {
    clock.reset()
    await rm(journal.folder, { recursive: true, force: true })
    await sweep()
  })
  afterAll(async () => {
    journal?.remove()
    await rooms?.close()
  })

  return {
    engine: inject('engine'),
    clock,
    get db() {
      return rooms.keeper.kysely
    },
    get boss() {
      return rooms.boss
    },
    get address() {
      return rooms.address
    },
    ctx: (actor = { kind: 'system' }) => ({
      database: rooms.database.kysely,
      boss: rooms.boss,
      journal: journal.folder,
      now: clock.now,
      actor,
    }),
  }
}

interface Rooms {
  /** What the product works with. */
  database: Database
  /** What the test looks with: no rule of the database hides a row from it. */
  keeper: Database
  boss: PgBoss
  address: string
  close(): Promise<void>
}

async function openPostgresRooms(): Promise<Rooms> {
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance, inject('template'))
  const keeper = openPostgres(asSuperuser(address), 2)
  const rooms = await furnish(openPostgres(address), keeper, address)
  return {
    ...rooms,
    close: async () => {
      await rooms.close()
      await Promise.all([rooms.database.close(), keeper.close()])
      await dropDatabase(maintenance, address)
    },
  }
}

/** One per worker, swept like a house of its own: to be born takes the engine over two seconds. */
let embedded: Promise<PGlite> | undefined

async function openEmbeddedRooms(): Promise<Rooms> {
  embedded ??= openAsBlob(inject('embeddedTemplate')).then((loadDataDir) =>
    PGlite.create({ loadDataDir }),
  )
  const database = openEmbedded(await embedded)
  return furnish(database, database, '')
}

async function furnish(database: Database, keeper: Database, address: string): Promise<Rooms> {
  const boss = await openQueue(database, queues)
  return {
    database,
    keeper,
    boss,
    address,
    close: () => within(2_000, boss.stop({ graceful: false })).then(() => {}),
  }
}

/**
 * Empties everything but the municipalities, which the migrations bring. Deleting a handful of rows
 * takes 3 ms where truncating takes 50; as a replica the server asks no foreign key for the order.
 */
async function sweeper(db: Kysely<DB>): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> 'municipality' and tablename not like 'kysely%'
    order by tablename`.execute(db)
  const deletions = rows.map((row) => `delete from ${row.name};`).join(' ')
  const sweep = sql.raw(`do $$ begin
    set local session_replication_role = replica;
    ${deletions} delete from pgboss.job;
  end $$`)
  return async () => {
    if (await within(5_000, sweep.execute(db))) return
    // The next file gets an engine that answers.
    embedded = undefined
    throw new Error(
      'The database waits for itself: an earlier test spoke to it past an open transaction.',
    )
  }
}

/** Waits no longer than this; whether the work was done. A hanging database hangs one test, not all. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const limit = setTimeout(milliseconds, false, { ref: false })
  return Promise.race([work.then(() => true), limit])
}
