import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { type Kysely, sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Actor, Context } from '../../src/context.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import { openQueue } from '../../src/db/queue.ts'
import type { DB } from '../../src/db/types.ts'
import { type Clock, settableClock } from './clock.ts'
import { execute } from './postgres.ts'
import { queues } from './queues.ts'

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
  let sweep: () => Promise<void>

  beforeAll(async () => {
    rooms = await (inject('engine') === 'embedded' ? openEmbeddedRooms() : openPostgresRooms())
    sweep = await sweeper(rooms.database.kysely)
  })
  beforeEach(async () => {
    clock.reset()
    await sweep()
  })
  afterAll(() => rooms?.close())

  return {
    engine: inject('engine'),
    clock,
    get db() {
      return rooms.database.kysely
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
      now: clock.now,
      actor,
    }),
  }
}

interface Rooms {
  database: Database
  boss: PgBoss
  address: string
  close(): Promise<void>
}

async function openPostgresRooms(): Promise<Rooms> {
  const maintenance = inject('maintenance')
  const name = `makker_${randomBytes(6).toString('hex')}`
  await execute(
    maintenance,
    `create database ${name} template ${inject('template')} strategy file_copy`,
  )
  const address = new URL(`/${name}`, maintenance).href
  const rooms = await open(openPostgres(address), address)
  return {
    ...rooms,
    close: async () => {
      await rooms.close()
      await execute(maintenance, `drop database ${name} with (force)`)
    },
  }
}

async function openEmbeddedRooms(): Promise<Rooms> {
  const loadDataDir = await openAsBlob(inject('embeddedTemplate'))
  return open(openEmbedded(await PGlite.create({ loadDataDir })), '')
}

async function open(database: Database, address: string): Promise<Rooms> {
  const boss = await openQueue(database, queues)
  return {
    database,
    boss,
    address,
    close: async () => {
      await boss.stop({ graceful: false })
      await database.close()
    },
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
  return async () => {
    await sql
      .raw(
        `do $$ begin
          set local session_replication_role = replica;
          ${deletions} delete from pgboss.job;
        end $$`,
      )
      .execute(db)
  }
}
