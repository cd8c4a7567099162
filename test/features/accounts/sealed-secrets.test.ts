import { beforeEach, describe, expect, test } from 'vitest'
import { openKeyRing } from '../../../src/db/seal.ts'
import { hashPassword } from '../../../src/features/accounts/password.ts'
import { sealSecrets } from '../../../src/features/accounts/second-factor/seal-secrets.ts'
import {
  codeAt,
  newSecret,
  stepAt,
  totpPlace,
} from '../../../src/features/accounts/second-factor/totp.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionOf, useSite } from '../../support/app.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'

const house = useHouse()
const [older, newer] = ['the key of last year', 'the key of this year']
const before = useSite(house, { ENCRYPTION_KEYS: older })
const between = useSite(house, { ENCRYPTION_KEYS: `${newer},${older}` })
const after = useSite(house, { ENCRYPTION_KEYS: newer })
const password = 'en gul cykel i regnvejr'
const hashed = await hashPassword(password)

let number = 0
/** A colleague with a second factor, whose secret is stored as given. */
async function colleague(keep: (secret: string, id: string) => string) {
  const secret = newSecret()
  const email = `karen${++number}@odense.example`
  const { accountId } = await anAccount(house, { email, password: hashed })
  const totpSecret = keep(secret, accountId)
  await house.db.updateTable('account').set({ totpSecret }).where('id', '=', accountId).execute()
  return { accountId, email, secret }
}
const sealed = (secret: string, id: string) =>
  openKeyRing([older]).seal(secret, totpPlace('totp_secret', id))

const stored = async (accountId: string) => {
  const row = await house.db
    .selectFrom('account')
    .select('totpSecret')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row.totpSecret!
}

/** Signs in with password and current code; returns the answer to the code. */
async function confirm(site: typeof before, one: { email: string; secret: string }) {
  house.clock.advance({ seconds: 30 })
  const session = sessionOf(await site.post('/sign-in', { email: one.email, password }))
  const proof = codeAt(one.secret, stepAt(house.clock.now()))
  return site.post('/confirm', { proof }, session)
}

let karen: Awaited<ReturnType<typeof colleague>>
beforeEach(async () => {
  karen = await colleague(sealed)
})

describe('the secret of an authenticator app', () => {
  test('is never stored in clear, from set-up to use', async () => {
    const { accountId } = await anAccount(house, { password: hashed })
    const session = await before.enter({ accountId })
    await before.post('/second-factor/new', {}, session)
    const shown = await before.get('/second-factor', session)
    const secret = /secret=([A-Z2-7]{32})/.exec(shown.body)![1]!
    expect(linesWith(await dump(house), [secret])).toEqual([])
    const code = codeAt(secret, stepAt(house.clock.now()))
    expect((await before.post('/second-factor', { code }, session)).statusCode).toBe(200)
    expect(linesWith(await dump(house), [secret])).toEqual([])
  })

  test('does not work in another colleague’s row, and the page gives no reason', async () => {
    const thief = await colleague(sealed)
    const totpSecret = await stored(thief.accountId)
    await house.db
      .updateTable('account')
      .set({ totpSecret })
      .where('id', '=', karen.accountId)
      .execute()
    const answer = await confirm(before, { email: karen.email, secret: thief.secret })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).not.toMatch(/seal|totp|account\./)
    expect(sessionOf(answer)).toBeUndefined()
  })

  test('is reported as unavailable where its key is missing', async () => {
    expect((await confirm(after, karen)).statusCode).toBe(503)
    const session = sessionOf(await after.post('/sign-in', { email: karen.email, password }))
    expect((await after.get('/confirm', session)).statusCode).toBe(200)
  })
})

describe('exchanging the key', () => {
  test('happens with use: each sign-in encrypts the secret with the new key', async () => {
    expect((await confirm(between, karen)).statusCode).toBe(303)
    expect(openKeyRing([newer]).isCurrent(await stored(karen.accountId))).toBe(true)
    expect((await confirm(after, karen)).statusCode).toBe(303)
    expect((await confirm(before, karen)).statusCode).toBe(503)
  })

  test('is completed at the start, also for secrets in clear, and changes nothing else', async () => {
    const clear = await colleague((secret) => secret)
    await sealSecrets(house.ctx(), openKeyRing([newer, older]))
    const ring = openKeyRing([newer])
    for (const { accountId, secret } of [karen, clear]) {
      const value = await stored(accountId)
      expect(ring.open(value, totpPlace('totp_secret', accountId))).toBe(secret)
    }
    expect(linesWith(await dump(house), [clear.secret])).toEqual([])
    const first = await stored(karen.accountId)
    await sealSecrets(house.ctx(), openKeyRing([newer, older]))
    expect(await stored(karen.accountId)).toBe(first)
    expect((await confirm(after, clear)).statusCode).toBe(303)
  })

  test('is refused at the start when the older key was removed too early', async () => {
    const clear = await colleague((secret) => secret)
    await expect(sealSecrets(house.ctx(), openKeyRing([newer]))).rejects.toThrow('not among them')
    expect(await stored(clear.accountId)).toBe(clear.secret)
  })

  test('leaves an altered value alone and continues with the others', async () => {
    const totpSecret = sealed('ABCDEFGH', 'another row')
    await house.db
      .updateTable('account')
      .set({ totpSecret })
      .where('id', '=', karen.accountId)
      .execute()
    const other = await colleague(sealed)
    await sealSecrets(house.ctx(), openKeyRing([newer, older]))
    expect(await stored(karen.accountId)).toBe(totpSecret)
    expect((await confirm(after, other)).statusCode).toBe(303)
  })
})
