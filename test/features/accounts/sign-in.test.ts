import { argon2Sync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword, setPasswordCost } from '../../../src/features/accounts/password.ts'
import { anAccount, aPersonIn } from '../../support/accounts.ts'
import { encode, sessionOf, useSite } from '../../support/app.ts'
import { useHashingCount } from '../../support/hashings.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house)
const hashings = useHashingCount()
const password = 'en gul cykel i regnvejr '
const hashed = await hashPassword(password)
// A test that needs the cost of production sets it.
afterEach(() => setPasswordCost('cheap'))

describe('signing in with a password', () => {
  let accountId: string
  beforeEach(async () => {
    const email = 'Karen@odense.example'
    ;({ accountId } = await anAccount(house, { email, password: hashed }))
  })
  const send = (form: Record<string, string>) => site.post('/sign-in', form)

  test('signs a colleague in, whatever the case of the address', async () => {
    const answer = await send({ email: 'karen@ODENSE.example', password })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/')
    const session = sessionOf(answer)!
    expect(session).toMatch(/^[\w-]{43}$/)
    const device = answer.cookies.find(({ name }) => name === 'device')!.value
    expect(answer.headers['set-cookie']).toEqual([
      `makker=${session}; Path=/; HttpOnly; SameSite=Strict`,
      `device=${device}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Strict`,
    ])
    expect((await site.get('/programme', session)).statusCode).toBe(200)
    const stored = await house.db.selectFrom('session').selectAll().execute()
    expect(stored).toMatchObject([{ accountId, personId: null }])
    expect(JSON.stringify(stored)).not.toContain(session)
  })

  test.each([
    ['an unknown address', { email: 'nobody@odense.example', password }],
    ['a wrong password', { email: 'karen@odense.example', password: 'en gul cykel i solskin' }],
    ['a password cut short', { email: 'karen@odense.example', password: password.trim() }],
    ['an invalid address', { email: "' or true --", password }],
  ])('answers the same to %s', async (_, form) => {
    const answer = await send(form)
    const usual = await send({ email: form.email, password: 'noget helt andet' })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toBe(usual.body)
    expect(Object.keys(answer.headers)).toEqual(Object.keys(usual.headers))
    expect(sessionOf(answer)).toBeUndefined()
    expect(answer.body).not.toContain(form.password)
    expect(await validateHtml(answer.body)).toEqual([])
  })

  test('refuses a disabled account and an account without a password', async () => {
    await house.db.updateTable('account').set({ disabledAt: house.clock.now() }).execute()
    expect((await send({ email: 'karen@odense.example', password })).statusCode).toBe(401)
    await house.db.updateTable('account').set({ disabledAt: null, password: null }).execute()
    expect((await send({ email: 'karen@odense.example', password })).statusCode).toBe(401)
  })

  test('asks for missing fields and refuses a password of a megabyte before hashing', async () => {
    expect((await send({})).statusCode).toBe(422)
    const before = hashings.count
    const long = await send({ email: 'karen@odense.example', password: 'x'.repeat(1_000_000) })
    expect(long.statusCode).toBe(422)
    expect(hashings.count).toBe(before)
    await send({ email: 'karen@odense.example', password: 'x' })
    expect(hashings.count).toBe(before + 1)
  })

  test('distinguishes passwords that differ only after their 72nd byte', async () => {
    const long = 'æ'.repeat(20) + 'b'.repeat(60)
    const account = { email: 'long@odense.example', password: await hashPassword(`${long}1`) }
    await anAccount(house, account)
    expect((await send({ email: account.email, password: `${long}2` })).statusCode).toBe(401)
    expect((await send({ email: account.email, password: `${long}1` })).statusCode).toBe(303)
  })

  test('replaces a hash of older, weaker parameters', async () => {
    setPasswordCost('full')
    const nonce = Buffer.from('0123456789abcdef')
    const parameters = { nonce, parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 }
    const old = argon2Sync('argon2id', { message: password, ...parameters })
    const phc = [nonce, old].map((bytes) => bytes.toString('base64').replace(/=+$/, '')).join('$')
    await house.db
      .updateTable('account')
      .set({ password: `$argon2id$v=19$m=19456,t=2,p=1$${phc}` })
      .execute()
    expect((await send({ email: 'karen@odense.example', password })).statusCode).toBe(303)
    const row = await house.db.selectFrom('account').select('password').executeTakeFirstOrThrow()
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(row.password!)!
    expect(Number(memory) * Number(passes)).toBeGreaterThanOrEqual(19_456 * 2)
    expect([Number(memory), Number(passes)]).toEqual([65_536, 3])
    expect((await send({ email: 'karen@odense.example', password })).statusCode).toBe(303)
  })

  test('begins a new session and ends the one the browser had', async () => {
    const before = await site.enter({ accountId })
    const form = { email: 'karen@odense.example', password }
    const answer = await site.post('/sign-in', form, before)
    expect(sessionOf(answer)).not.toBe(before)
    expect((await site.get('/programme', before)).statusCode).toBe(303)
  })

  test.each([
    ['/people', '/people'],
    ['/people?role=mentor&state=ready', '/people?role=mentor&state=ready'],
    ...[
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '/%09/evil.example',
      '/\t/evil.example',
      '/..//evil.example',
      '/.//evil.example',
      '/%2F%2Fevil.example',
      '/people//evil.example',
      '/people@evil.example',
      '/people\r\nSet-Cookie: a=b',
      '/people#evil',
      ' /people',
      'people',
      '///',
      '/;@evil.example',
      '/people?next=//evil.example',
      '/​/evil.example',
      '/。/evil.example',
      '',
    ].map((path) => [path, '/']),
  ])('after signing in, goes from next=%j to %s', async (next, location) => {
    const shown = await site.get(`/sign-in?next=${encodeURIComponent(next!)}`)
    expect(shown.body).toContain(`name="next" value="${location!.replaceAll('&', '&amp;')}"`)
  })

  test('validates the next address again when the form arrives', async () => {
    const form = { email: 'karen@odense.example', password, next: '//evil.example' }
    expect((await send(form)).headers.location).toBe('/')
  })
})

describe('a flood of sign-ins', () => {
  test('is answered as unavailable past two checks and twenty waiting, and delays no other page', async () => {
    setPasswordCost('full')
    const flood = Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        site.inject({
          method: 'POST',
          url: '/sign-in',
          remoteAddress: `192.0.2.${at}`,
          headers: {
            origin: site.config.baseUrl,
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: encode({ email: `nobody${at}@odense.example`, password: 'x'.repeat(20) }),
        }),
      ),
    )
    const during = await site.get('/sign-in')
    expect(during.statusCode).toBe(200)
    const statuses = (await flood).map((answer) => answer.statusCode)
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(30)
    expect(new Set(statuses)).toEqual(new Set([401, 503]))
  })
})

describe('a session', () => {
  test('of staff ends after half an hour without a request', async () => {
    const session = await site.enter(await anAccount(house))
    for (let minutes = 0; minutes < 100; minutes += 20) {
      house.clock.advance({ minutes: 20 })
      expect((await site.get('/programme', session)).statusCode).toBe(200)
    }
    house.clock.advance({ minutes: 31 })
    const late = await site.get('/programme', session)
    expect(late.statusCode).toBe(303)
    expect(late.headers.location).toBe('/sign-in?next=%2Fprogramme')
  })

  test('of staff ends after eight hours, used or not', async () => {
    const session = await site.enter(await anAccount(house))
    for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
      house.clock.advance({ minutes: 20 })
      expect((await site.get('/programme', session)).statusCode).toBe(200)
    }
    house.clock.advance({ minutes: 20 })
    expect((await site.get('/programme', session)).statusCode).toBe(303)
  })

  test('ends at once when the account is disabled, moved or deleted', async () => {
    const { accountId } = await anAccount(house)
    const session = await site.enter({ accountId })
    const account = house.db.updateTable('account').where('id', '=', accountId)
    await account.set({ disabledAt: house.clock.now() }).execute()
    expect((await site.get('/programme', session)).statusCode).toBe(303)
    await account.set({ disabledAt: null }).execute()
    expect((await site.get('/programme', session)).statusCode).toBe(200)
    await account.set({ sessionEpoch: 1 }).execute()
    expect((await site.get('/programme', session)).statusCode).toBe(303)
    await account.set({ sessionEpoch: 0 }).execute()
    await house.db.deleteFrom('account').execute()
    expect((await site.get('/programme', session)).statusCode).toBe(303)
  })

  test('ends on the server when its owner signs out', async () => {
    const session = await site.enter(await anAccount(house))
    const answer = await site.post('/sign-out', {}, session)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['clear-site-data']).toContain('cache')
    expect(sessionOf(answer)).toBeUndefined()
    expect((await site.get('/programme', session)).statusCode).toBe(303)
    expect(await house.db.selectFrom('session').selectAll().execute()).toEqual([])
  })

  test('does not open the API, and an API token opens no page', async () => {
    const session = await site.enter(await anAccount(house))
    const answer = await site.inject({
      url: '/programme',
      headers: { authorization: `Bearer ${session}` },
    })
    expect(answer.statusCode).toBe(303)
  })
})

describe('a sign-in link', () => {
  const lasts = Temporal.Duration.from({ minutes: 10 })
  const openLink = async (owner: { accountId: string } | { personId: string }) => {
    const { createSignInLink } =
      await import('../../../src/features/accounts/links/create-sign-in-link.ts')
    return createSignInLink(house.ctx(), { ...owner, lasts })
  }

  test('shows a button each time it is opened, and signs its person in once', async () => {
    const token = await openLink({ personId: await aPersonIn(house) })
    for (const method of ['GET', 'HEAD'] as const)
      for (let visit = 0; visit < 10; visit++) {
        const scan = await site.inject({ method, url: `/sign-in/${token}` })
        expect(scan.statusCode).toBe(200)
        expect(sessionOf(scan)).toBeUndefined()
        expect(scan.headers['x-robots-tag']).toBe('noindex')
        expect(scan.headers['cache-control']).toBe('no-store')
      }
    expect(await validateHtml((await site.get(`/sign-in/${token}`)).body)).toEqual([])
    const entered = await site.post(`/sign-in/${token}`, {})
    expect(entered.statusCode).toBe(303)
    expect(entered.headers.location).toBe('/')
    expect(sessionOf(entered)).toBeDefined()
    expect((await site.post(`/sign-in/${token}`, {})).statusCode).toBe(410)
    expect((await site.get(`/sign-in/${token}`)).statusCode).toBe(410)
  })

  test('opens one session for simultaneous requests', async () => {
    const token = await openLink(await anAccount(house))
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => site.post(`/sign-in/${token}`, {})),
    )
    const statuses = answers.map((answer) => answer.statusCode).sort()
    expect(statuses).toEqual([303, 410, 410, 410, 410, 410, 410, 410])
  })

  test('expires, and is unknown to another purpose', async () => {
    const token = await openLink(await anAccount(house))
    for (const other of ['set-up', 'invitation'])
      expect((await site.get(`/${other}/${token}`)).statusCode).toBe(404)
    house.clock.advance({ minutes: 10 })
    expect((await site.get(`/sign-in/${token}`)).statusCode).toBe(410)
    expect((await site.post(`/sign-in/${token}`, {})).statusCode).toBe(410)
  })

  test('of a person opens no page of staff', async () => {
    const session = await site.enter({ personId: await aPersonIn(house) })
    for (const path of ['/programme', '/tokens', '/administration'])
      expect((await site.get(path, session)).statusCode).toBe(403)
  })
})
