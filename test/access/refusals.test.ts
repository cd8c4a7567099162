import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPostgres } from '../../src/db/open.ts'
import { refusalOf } from '../../src/refusals.ts'
import { freePort } from '../support/port.ts'
import { createDatabase, dropDatabase, execute } from '../support/postgres.ts'
import { runProgram } from '../support/program.ts'

const root = join(import.meta.dirname, '../..')
const maintenance = inject('maintenance')

/** A password that no message may repeat. */
const password = 'kamelia'
/** A user who owns a database and may do nothing else on the server. */
const tenant = `tenant_${process.pid}`
/** A user who must give a password. */
const guarded = `guarded_${process.pid}`
let address: string
let openDoors: string

beforeAll(async () => {
  address = await createDatabase(maintenance)
  await execute(maintenance, `create role ${tenant} login`)
  await execute(maintenance, `create role ${guarded} login password '${password} of another'`)
  await execute(maintenance, `create database ${tenant} owner ${tenant}`)
  openDoors = await readFile(await hbaFile(), 'utf8')
  await setHba(`host all ${guarded} 127.0.0.1/32 scram-sha-256\n${openDoors}`)
})

afterAll(async () => {
  await setHba(openDoors)
  await dropDatabase(maintenance, address)
  await execute(maintenance, `drop database ${tenant} with (force)`)
  await execute(maintenance, `drop role ${tenant}, ${guarded}`)
})

async function hbaFile(): Promise<string> {
  const client = new Client({ connectionString: maintenance })
  await client.connect()
  const { rows } = await client.query('show hba_file')
  await client.end()
  return rows[0].hba_file
}

async function setHba(lines: string): Promise<void> {
  await writeFile(await hbaFile(), lines)
  await execute(maintenance, 'select pg_reload_conf()')
}

type Parts = Partial<Pick<URL, 'hostname' | 'port' | 'username' | 'pathname' | 'password'>>

/** The address of the database with parts of it exchanged. */
function changed(parts: Parts): string {
  return Object.assign(new URL(address), { password, ...parts }).href
}

/** What is said of a database that the start meets. */
async function refusal(parts: Parts): Promise<string | undefined> {
  const { kysely, close } = openPostgres(changed(parts), 1)
  const error = await migrate(kysely).catch((error: unknown) => error)
  await close()
  const refusal = refusalOf(error)
  expect(refusal?.message).not.toContain(password)
  expect(refusal?.status).toBe(78)
  return refusal?.message
}

const unanswered =
  'DATABASE_URL: no PostgreSQL answers at this address; start it, or correct the host and the port'
const missingDatabase =
  'DATABASE_URL: this database does not exist; create it, with the user of the address as its owner'
const wrongPassword = 'DATABASE_URL: PostgreSQL refuses the user or the password; correct them'

test('a server that is not there is refused, and so is one that is no PostgreSQL', async () => {
  expect(await refusal({ port: String(await freePort()) })).toBe(unanswered)
  expect(await refusal({ hostname: 'nowhere.invalid' })).toBe(unanswered)
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  expect(await refusal({ port: String(port) })).toBe(unanswered)
  server.close()
})

test('a wrong password is refused', async () => {
  // The server reads its list of users a moment after it was told to.
  await expect.poll(() => refusal({ username: guarded })).toBe(wrongPassword)
})

test('a user or a database that does not exist is refused', async () => {
  expect(await refusal({ username: 'nobody_of_that_name' })).toBe(
    'DATABASE_URL: PostgreSQL does not let this user in; create the user, or allow it in pg_hba.conf',
  )
  expect(await refusal({ pathname: '/nowhere' })).toBe(missingDatabase)
})

test('a user with too few rights is refused, and told which right is missing', async () => {
  expect(await refusal({ username: tenant })).toBe(
    'DATABASE_URL: this user lacks a right (permission denied for schema public); ' +
      'make it the owner of the database',
  )
  // The role is there already: the databases of all tests share it.
  expect(await refusal({ username: tenant, pathname: tenant })).toBe(
    'DATABASE_URL: this user may not take the role makker_app; ' +
      'as a superuser, run "grant makker_app to <user>"',
  )
  // Where it is not, the first migration creates it.
  const error = await execute(
    changed({ username: tenant, pathname: tenant }),
    'create role makker_app_of_another_server',
  ).catch((error: unknown) => error)
  expect(refusalOf(error)?.message).toBe(
    'DATABASE_URL: this user may not create roles; ' +
      'as a superuser, run "alter role <user> createrole"',
  )
})

test('an error that no setting causes is no refusal', async () => {
  const error = await execute(address, 'select 1/0').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Error)
  expect(refusalOf(error)).toBeUndefined()
  expect(refusalOf(new TypeError('x is not a function'))).toBeUndefined()
})

// Without a password the driver gives up and keeps the connection, so that only a process can try it.
test.each([
  ['src/main.ts', { username: guarded, password: '' }, wrongPassword],
  ['src/db/migrate.ts', { pathname: '/nowhere' }, missingDatabase],
  ['src/cli.ts verify-audit', { pathname: '/nowhere' }, missingDatabase],
])(
  '%s prints one sentence without the password, and ends with 78',
  async (program, parts, sentence) => {
    const environment = { DATABASE_URL: changed(parts), PORT: '0' }
    const ended = await runProgram(program.split(' '), environment, root)
    expect(ended).toEqual({ code: 78, said: sentence })
  },
  60_000,
)
