import { beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../../src/features/accounts/password.ts'
import { networkOf } from '../../../src/web/session.ts'
import { anAccount } from '../../support/accounts.ts'
import { type Answer, baseUrl, encode, useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'

const house = useHouse()
const site = useSite(house)
const instances = [site, useSite(house)]
const email = 'karen@odense.example'
const password = 'en gul cykel i regnvejr'
const hashed = await hashPassword(password)

beforeEach(() => anAccount(house, { email, password: hashed }))

/** One sign-in at one of two instances, from an address, with or without a known browser. */
function attempt(
  form: Record<string, string>,
  from: { address?: string; device?: string; instance?: number; headers?: object } = {},
): Promise<Answer> {
  return instances[from.instance ?? 0]!.inject({
    method: 'POST',
    url: '/sign-in',
    remoteAddress: from.address ?? '192.0.2.1',
    headers: {
      origin: baseUrl,
      'content-type': 'application/x-www-form-urlencoded',
      ...from.headers,
    },
    ...(from.device === undefined ? {} : { cookies: { device: from.device } }),
    payload: encode(form),
  })
}
const wrong = { email, password: 'noget helt andet' }

/** Inserts failed attempts directly, to save the time of hashing. */
async function failed(times: number, key: string): Promise<void> {
  const { attemptKey } = await import('../../../src/features/accounts/attempts/count-attempt.ts')
  const rows = Array.from({ length: times }, () => ({
    key: attemptKey(key),
    at: house.clock.now(),
  }))
  await house.db.insertInto('attempt').values(rows).execute()
}

describe('guessing a password', () => {
  test('is limited to ten attempts over all instances, until 15 minutes have passed', async () => {
    for (let guess = 0; guess < 10; guess++)
      expect((await attempt(wrong, { instance: guess % 2 })).statusCode).toBe(401)
    const right = await attempt({ email, password })
    expect(right.statusCode).toBe(429)
    expect(right.headers['retry-after']).toBe('900')
    expect((await attempt({ email: email.toUpperCase(), password })).statusCode).toBe(429)
    house.clock.advance({ minutes: 15 })
    expect((await attempt({ email, password })).statusCode).toBe(303)
  })

  test('is counted before it is checked: of fifty at once ten are checked', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt(wrong)))
    const refused = answers.filter((answer) => answer.statusCode === 429)
    expect(refused.length).toBe(40)
  })

  test('does not lock the owner out of a known browser', async () => {
    const first = await attempt({ email, password }, { address: '198.51.100.7' })
    const device = first.cookies.find(({ name }) => name === 'device')!
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    // The limit of the account is reached from many networks.
    await failed(100, `account ${email}`)
    expect((await attempt({ email, password }, { address: '203.0.113.9' })).statusCode).toBe(429)
    const home = { address: '198.51.100.7', device: device.value }
    expect((await attempt({ email, password }, home)).statusCode).toBe(303)
    const other = { address: '203.0.113.9', device: 'x'.repeat(43) }
    expect((await attempt({ email, password }, other)).statusCode).toBe(429)
  })

  test('is limited per network, whatever address the headers claim', async () => {
    await failed(100, 'network 192.0.2.1')
    for (let forged = 0; forged < 5; forged++) {
      const headers = { 'x-forwarded-for': `10.0.0.${forged}`, forwarded: `for=10.0.0.${forged}` }
      expect((await attempt(wrong, { headers })).statusCode).toBe(429)
    }
    expect((await attempt({ email, password }, { address: '192.0.2.2' })).statusCode).toBe(303)
  })

  test('unauthenticated writes are counted by network, reads are not', async () => {
    await failed(200, 'visitor 192.0.2.1')
    const headers = { 'content-type': 'application/json' }
    const register = (remoteAddress: string) =>
      site.inject({ method: 'POST', url: '/api/v1/mentors', remoteAddress, headers, payload: '{}' })
    expect((await register('192.0.2.1')).statusCode).toBe(429)
    expect((await attempt(wrong)).statusCode).toBe(429)
    expect((await register('192.0.2.2')).statusCode).toBe(422)
    await failed(199, 'visitor 192.0.2.3')
    const unreadable = {
      method: 'POST',
      url: '/api/v1/mentors',
      remoteAddress: '192.0.2.3',
    } as const
    expect((await site.inject({ ...unreadable, headers, payload: '{' })).statusCode).toBe(422)
    expect((await register('192.0.2.3')).statusCode).toBe(429)
    const page = await site.inject({ url: '/sign-in', remoteAddress: '192.0.2.1' })
    expect(page.statusCode).toBe(200)
  })

  test('answers the same for an address without an account', async () => {
    await failed(10, `sign-in nobody@odense.example 192.0.2.1`)
    const unknown = { email: 'nobody@odense.example', password }
    expect((await attempt(unknown)).statusCode).toBe(429)
  })
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the network of %s is %s', (ip, network) => {
  expect(networkOf({ ip } as never)).toBe(network)
})
