import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openKeyRing } from '../../src/db/seal.ts'
import { totpPlace } from '../../src/features/accounts/second-factor/totp.ts'
import { anAccount } from '../support/accounts.ts'
import { useHouse } from '../support/house.ts'
import { runProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary.ts'

const house = useHouse()
let folder: string
beforeAll(async () => {
  const temporary = await temporaryFolder('start')
  folder = temporary.folder
  return temporary.remove
})

const root = join(import.meta.dirname, '../..')

/** Starts the product; returns its exit code and output. */
async function start(environment: Record<string, string>): Promise<[code: unknown, said: string]> {
  const settings = { DATABASE_URL: house.address, JOURNAL_FOLDER: folder, PORT: '0' }
  const { code, said } = await runProgram(['src/main.ts'], { ...settings, ...environment }, root)
  return [code, said]
}

test('the product does not start in production with missing or identical secrets', async () => {
  const key = randomBytes(48).toString('base64')
  const production = { NODE_ENV: 'production', BASE_URL: 'https://makker.example', SECRET: key }
  const [code, said] = await start(production)
  expect([code, said.split('. ')[0]]).toEqual([78, 'ENCRYPTION_KEYS: missing'])
  const [again, alike] = await start({ ...production, ENCRYPTION_KEYS: key })
  expect([again, alike.split('. ')[0]]).toEqual([
    78,
    'ENCRYPTION_KEYS: the same secret serves two purposes',
  ])
  expect(said + alike).not.toContain(key)
}, 150_000)

test('the product does not start on a database without row-level security', async () => {
  await sql`alter table person no force row level security`.execute(house.db)
  try {
    expect(await start({})).toEqual([
      78,
      'The database is not safe: row-level security is not forced on the table person',
    ])
  } finally {
    await sql`alter table person force row level security`.execute(house.db)
  }
}, 150_000)

test('the product does not start when its keys do not decrypt stored secrets', async () => {
  const { accountId } = await anAccount(house)
  const totpSecret = openKeyRing(['a key of before']).seal(
    'ABCDEFGH',
    totpPlace('totp_secret', accountId),
  )
  await house.db.updateTable('account').set({ totpSecret }).execute()
  const [code, said] = await start({ ENCRYPTION_KEYS: 'the key of today' })
  expect(code).toBe(78)
  expect(said).toMatch(/^ENCRYPTION_KEYS: the key [\w-]{8}, which values are sealed with, is not/)
}, 150_000)

test('the product does not start on a port that is taken', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  expect(await start({ PORT: String(port), LOG_LEVEL: 'silent' })).toEqual([
    78,
    'PORT: another program listens on this port; stop it, or set another port',
  ])
  server.close()
}, 150_000)

test('the product does not start where it cannot write', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const sentence = (setting: string) =>
    `${setting}: the folder cannot be written to (EEXIST); ` +
    'give it to the user that runs Makker, or set another folder'
  expect(await start({ DATABASE_URL: file })).toEqual([73, sentence('DATABASE_URL')])
  expect(await start({ JOURNAL_FOLDER: file })).toEqual([73, sentence('JOURNAL_FOLDER')])
}, 150_000)

test('the product does not start beside the journal of an older version, and leaves it alone', async () => {
  const older = join(folder, 'witness')
  await mkdir(older)
  await writeFile(join(older, 'erased-2026-10.machine.txt'), 'a line')
  expect(await start({ JOURNAL_FOLDER: join(folder, 'journal') })).toEqual([
    78,
    'JOURNAL_FOLDER: the folder witness holds the journal of an older version; rename it to journal',
  ])
  expect(await readdir(folder)).not.toContain('journal')
  expect(await readdir(older)).toHaveLength(1)
}, 150_000)
