import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/app.ts'
import { createToken } from '../../../src/features/accounts/tokens/create-token.ts'
import { formatDay } from '../../../src/locales/format.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house)
let app: Awaited<ReturnType<typeof buildApp>>

// Routes of the API that exist only in this test, one for each policy.
beforeAll(async () => {
  app = await buildApp(house.ctx(), site.config)
  for (const policy of ['coordinator', 'statistics'] as const)
    app.get(`/api/v1/test-${policy}`, { config: { policy } }, async (request) => request.actor)
  await app.ready()
  return () => app.close()
})

const call = (authorization: string | undefined, path = '/api/v1/test-coordinator') =>
  app.inject({ url: path, headers: authorization === undefined ? {} : { authorization } })

let actor: Awaited<ReturnType<typeof anAccount>>['actor']
let coordinator: string
beforeEach(async () => {
  const account = await anAccount(house)
  actor = account.actor
  coordinator = await site.enter(account)
})
const make = (scope: 'stats:read' | 'programme:write' = 'programme:write', months = 1) =>
  createToken(house.ctx(actor), { name: 'Månedens tal', scope, months }, (claims) =>
    app.jwt.sign(claims),
  )

describe('making a token', () => {
  test('shows it once, with an example command', async () => {
    const form = { name: 'Månedens tal', scope: 'programme:write', months: '3' }
    const answer = await site.post('/tokens', form, coordinator)
    expect(answer.statusCode).toBe(201)
    const token = /Bearer ([\w.-]+)/.exec(answer.body)![1]!
    expect(answer.body).toContain('curl -H')
    expect(await validateHtml(answer.body)).toEqual([])
    const list = await site.get('/tokens', coordinator)
    expect(list.body).toContain('Månedens tal')
    expect(list.body).not.toContain(token)
    expect(
      JSON.stringify(await house.db.selectFrom('apiToken').selectAll().execute()),
    ).not.toContain(token.split('.')[2])
    expect((await call(`Bearer ${token}`)).json()).toMatchObject({
      kind: 'client',
      municipality: '0461',
      scopes: ['programme:write'],
    })
  })

  test.each([
    ['name', { scope: 'stats:read', months: '1' }],
    ['scope', { name: 'x', scope: 'everything', months: '1' }],
    ['months', { name: 'x', scope: 'stats:read', months: '13' }],
    ['months', { name: 'x', scope: 'stats:read', months: '0' }],
    ['months', { name: 'x', scope: 'stats:read', months: '1e1' }],
  ])('refuses a wrong %s', async (field, form) => {
    const answer = await site.post('/tokens', form, coordinator)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}"`)
  })

  test('lists the newest 200, and says how many are not shown', async () => {
    const day = { createdAt: house.clock.now(), expiresAt: house.clock.now().add({ hours: 24 }) }
    const token = { municipality: '0461', scopes: ['stats:read'], createdBy: 'system', ...day }
    const names = Array.from({ length: 203 }, (_, at) => ({ ...token, name: `Tal ${at}` }))
    await house.db.insertInto('apiToken').values(names).execute()
    const { body } = await site.get('/tokens', coordinator)
    expect(body.match(/<td>Tal \d+/g)).toHaveLength(200)
    expect(body.replace(/[\u2068\u2069]/g, '')).toContain('Og 3 mere')
    expect(await validateHtml(body)).toEqual([])
  })

  test('is for coordinators only', async () => {
    const administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
    expect((await site.get('/tokens', administrator)).statusCode).toBe(403)
    expect((await site.get('/tokens')).statusCode).toBe(303)
  })
})

describe('a token', () => {
  test('works until it expires or is revoked, and stores the day of its last use', async () => {
    const { id, token } = await make()
    expect((await call(`Bearer ${token}`)).statusCode).toBe(200)
    const row = await house.db.selectFrom('apiToken').selectAll().executeTakeFirstOrThrow()
    expect(row.lastUsedOn?.toString()).toBe('2026-11-23')
    const page = await site.get('/tokens', coordinator)
    expect(page.body).toContain(formatDay('da', row.lastUsedOn!))
    expect(page.body).not.toContain('Aldrig')
    const other = await site.enter(await anAccount(house, { municipality: '0265' }))
    expect((await site.post(`/tokens/${id}/revocation`, {}, other)).statusCode).toBe(404)
    expect((await call(`Bearer ${token}`)).statusCode).toBe(200)
    expect((await site.post(`/tokens/${id}/revocation`, {}, coordinator)).statusCode).toBe(303)
    expect((await call(`Bearer ${token}`)).statusCode).toBe(401)
    expect((await site.get('/tokens', other)).body).not.toContain('Månedens tal')
  })

  test('expires after its months', async () => {
    const { token } = await make()
    house.clock.set('2026-12-23T08:59:59Z')
    expect((await call(`Bearer ${token}`)).statusCode).toBe(200)
    house.clock.set('2026-12-23T09:00:00Z')
    expect((await call(`Bearer ${token}`)).statusCode).toBe(401)
  })

  test('for statistics opens only statistics', async () => {
    const { token } = await make('stats:read')
    expect((await call(`Bearer ${token}`, '/api/v1/test-statistics')).statusCode).toBe(200)
    expect((await call(`Bearer ${token}`)).statusCode).toBe(403)
    const page = await app.inject({ url: '/tokens', headers: { authorization: `Bearer ${token}` } })
    expect(page.statusCode).toBe(303)
  })

  test('in an address is refused, with or without the header', async () => {
    const { token } = await make('stats:read')
    const url = '/api/v1/statistics?municipality=0461&from=2026-01-01&to=2027-01-01'
    const authorization = `Bearer ${token}`
    expect((await call(authorization, url)).statusCode).toBe(200)
    for (const name of ['token', 'access_token', 'key', 'authorization']) {
      const spilt = `${url}&${name}=${token}`
      expect((await call(undefined, spilt)).statusCode).toBe(401)
      const answer = await call(authorization, spilt)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).not.toContain(token)
    }
  })

  test('is required even of a signed-in coordinator, however the address is spelt', async () => {
    for (const path of ['/api/v1/test-coordinator', '/%61pi/v1/test-coordinator']) {
      const answer = await app.inject({ url: path, cookies: { makker: coordinator } })
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  })
})

describe('an invalid token', () => {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const sha = (algorithm: string, secret: string | Buffer) => (text: string) =>
    createHmac(algorithm, secret).update(text).digest('base64url')
  const build = (header: object, claims: object, seal: (text: string) => string) => {
    const body = `${encode(header)}.${encode(claims)}`
    return `${body}.${seal(body)}`
  }
  const hs256 = { alg: 'HS256', typ: 'JWT' }

  test('is always answered with 401', async () => {
    const { id, token } = await make()
    const now = Math.floor(house.clock.now().epochMilliseconds / 1000)
    const good = {
      jti: id,
      sub: `client:${id}`,
      iat: now,
      exp: now + 600,
      iss: site.config.baseUrl,
      aud: `${site.config.baseUrl}/api`,
    }
    const ours = sha('sha256', site.config.secret)
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const rs256 = (text: string) =>
      signWith('sha256', Buffer.from(text), privateKey).toString('base64url')
    const without = (claim: keyof typeof good) => ({ ...good, [claim]: undefined })
    expect((await call(`Bearer ${build(hs256, good, ours)}`)).statusCode).toBe(200)

    const bad: Record<string, string> = {
      'no algorithm': build({ alg: 'none', typ: 'JWT' }, good, () => ''),
      'no algorithm, sealed': build({ alg: 'none', typ: 'JWT' }, good, ours),
      HS512: build({ alg: 'HS512', typ: 'JWT' }, good, sha('sha512', site.config.secret)),
      RS256: build({ alg: 'RS256', typ: 'JWT' }, good, rs256),
      'HS256 that is RS256': build(hs256, good, rs256),
      'another secret': build(hs256, good, sha('sha256', 'x'.repeat(43))),
      'an empty secret': build(hs256, good, sha('sha256', '')),
      'another type': build({ alg: 'HS256', typ: 'at+jwt' }, good, ours),
      crit: build({ ...hs256, crit: ['b64'] }, good, ours),
      'crit b64 false': build({ ...hs256, crit: ['b64'], b64: false }, good, ours),
      jku: build({ ...hs256, jku: 'https://evil.example/keys' }, good, sha('sha256', 'a')),
      jwk: build({ ...hs256, jwk: { kty: 'oct', k: 'YQ' } }, good, sha('sha256', 'a')),
      kid: build({ ...hs256, kid: '../../dev/null' }, good, sha('sha256', '')),
      'wrong issuer': build(hs256, { ...good, iss: 'https://evil.example' }, ours),
      'wrong audience': build(hs256, { ...good, aud: site.config.baseUrl }, ours),
      'issuer that is a list': build(hs256, { ...good, iss: [good.iss] }, ours),
      'audience that is a number': build(hs256, { ...good, aud: 1 }, ours),
      expired: build(hs256, { ...good, exp: now - 1 }, ours),
      'not yet valid': build(hs256, { ...good, nbf: now + 600 }, ours),
      'nbf that is text': build(hs256, { ...good, nbf: 'soon' }, ours),
      'exp that is text': build(hs256, { ...good, exp: 'never' }, ours),
      'exp past the row': build(hs256, { ...good, exp: now + 10 ** 9, jti: good.sub }, ours),
      'another subject': build(hs256, { ...good, sub: 'client:somebody' }, ours),
      'an unknown id': build(hs256, { ...good, jti: crypto.randomUUID(), sub: 'client:x' }, ours),
      'an id that is no id': build(
        hs256,
        { ...good, jti: "' or true", sub: "client:' or true" },
        ours,
      ),
      'claims that are a list': build(hs256, [], ours),
      'claims that are null': `${encode(hs256)}.${encode(null)}.${ours(`${encode(hs256)}.${encode(null)}`)}`,
      'two parts': token.split('.').slice(0, 2).join('.'),
      'four parts': `${token}.x`,
      'ten thousand characters': `${token}${'a'.repeat(10_000)}`,
      'a dot': '.',
      'two dots': '..',
      nothing: '',
      'a space': ' ',
      'not base64': 'ø.ø.ø',
      ...Object.fromEntries(
        (['jti', 'sub', 'iat', 'exp', 'iss', 'aud'] as const).map((claim) => [
          `no ${claim}`,
          build(hs256, without(claim), ours),
        ]),
      ),
    }
    const statuses: Record<string, number> = {}
    for (const [name, value] of Object.entries(bad))
      statuses[name] = (await call(`Bearer ${value}`)).statusCode
    expect(statuses).toEqual(Object.fromEntries(Object.keys(bad).map((name) => [name, 401])))

    for (const header of [
      token,
      `Basic ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} x`,
      `bearer${token}`,
    ])
      expect((await call(header)).statusCode).toBe(401)
    const answer = await call('Bearer x')
    expect(answer.headers['www-authenticate']).toBe('Bearer')
    expect(answer.json()).toMatchObject({ status: 401, type: '/problems/sign-in-required' })
    const inQuery = await app.inject({ url: `/api/v1/test-coordinator?token=${token}` })
    expect(inQuery.statusCode).toBe(401)
  })
})
