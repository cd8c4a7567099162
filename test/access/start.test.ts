import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openKeyRing } from '../../src/db/seal.ts'
import { totpPlace } from '../../src/features/accounts/second-factor/totp.ts'
import { anAccount } from '../support/accounts.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()

/** Starts the product; how it ended, and what it said. */
async function start(environment: Record<string, string>): Promise<[code: number, said: string]> {
  const product = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, DATABASE_URL: house.address, PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    // What starts although it should not goes no further.
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let said = ''
  product.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(product, 'exit')
  return [code, said.trim()]
}

test('the product does not start in production with secrets that are missing or alike', async () => {
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

test('the product does not start on a database without its rules', async () => {
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

test('the product does not start where what it sealed would not open', async () => {
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
