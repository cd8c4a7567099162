import { resolve } from 'node:path'
import type { PGlite, PGliteInterface } from '@electric-sql/pglite'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PGliteDialect,
  PostgresDialect,
} from 'kysely'
import { Pool, types } from 'pg'
import { makeWritable } from '../refusals.ts'
import { openEngine } from './embedded-template.ts'
import { lockFolder } from './lock.ts'
import { temporalParsers, temporalValues } from './temporal.ts'
import type { DB } from './types.ts'

export interface Database {
  kysely: Kysely<DB>
  close(): Promise<void>
}

const plugins = [new CamelCasePlugin()]

/** Opens PostgreSQL when given a `postgres://` address, else the embedded database in a folder. */
export async function openDatabase(url: string): Promise<Database> {
  return /^postgres(ql)?:/.test(url) ? openPostgres(url) : openFolder(url)
}

/** Opens PostgreSQL. The server ends sessions that stall. */
export function openPostgres(connectionString: string, max = 10): Database {
  const pool = new Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    lock_timeout: 5_000,
    types: {
      getTypeParser: (oid, format) =>
        temporalParsers[oid as number] ?? types.getTypeParser(oid, format),
    },
  })
  // Without a listener a connection that the server closes while idle would end the process.
  pool.on('error', () => {})
  // Nor may a connection that breaks in a transaction: its statement fails, and that is handled.
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool, onCreateConnection: sendTemporal })
  const kysely = new Kysely<DB>({ dialect, plugins })
  return { kysely, close: () => kysely.destroy() }
}

async function sendTemporal(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = (query: CompiledQuery) =>
    execute({ ...query, parameters: temporalValues(query.parameters) })
}

async function openFolder(folder: string): Promise<Database> {
  const path = resolve(folder)
  makeWritable('DATABASE_URL', path)
  const lock = lockFolder(path)
  const database = openEmbedded(await openEngine(resolve(path, 'pgdata')))
  return {
    ...database,
    close: async () => {
      await database.close()
      lock.release()
    },
  }
}

export function openEmbedded(pglite: PGlite): Database {
  const kysely = new Kysely<DB>({
    dialect: new PGliteDialect({ pglite: withTemporal(pglite) }),
    plugins,
  })
  return {
    kysely,
    close: async () => {
      await kysely.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

/** The same instance with Temporal values: the parsers are passed with each of our queries. */
function withTemporal(pglite: PGlite): PGlite {
  const answering = <T extends Pick<PGliteInterface, 'query'>>(target: T): T =>
    new Proxy(target, {
      get(object, property) {
        if (property === 'query')
          return (text: string, values: unknown[] = [], options?: object) =>
            object.query(text, temporalValues(values), { ...options, parsers: temporalParsers })
        if (property === 'transaction')
          return (callback: (transaction: never) => Promise<unknown>) =>
            (object as unknown as PGlite).transaction((transaction) =>
              callback(answering(transaction) as never),
            )
        const value = Reflect.get(object, property, object)
        return typeof value === 'function' ? value.bind(object) : value
      },
    })
  return answering(pglite)
}
