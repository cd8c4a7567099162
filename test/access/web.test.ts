import type { InjectOptions } from 'fastify'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { ListedRoute } from '../../src/web/guard.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { anAccount } from '../support/accounts.ts'
import { type Answer, baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, fingerprint, type Place, useFixture } from '../support/municipality.ts'
import { seededRandom } from '../support/random.ts'
import { seed, tries } from '../support/tries.ts'
import { rows } from './routes.ts'

const house = useHouse()
const site = useSite(house)
const isUnsafe = ({ method }: ListedRoute) => !['GET', 'HEAD', 'OPTIONS'].includes(method)
const isApi = ({ url }: ListedRoute) => url.startsWith('/api/')
const form = 'application/x-www-form-urlencoded'

describe('a form that another site makes the browser send', () => {
  const fixture = useFixture(house, async () => ({
    place: await aPlace(house, site, '0461'),
    administrator: await site.enter(await anAccount(house, { role: 'administrator' })),
  }))
  let place: Place
  let administrator: string
  beforeEach(() => {
    ;({ place, administrator } = fixture.current())
  })

  const holderOf = (route: ListedRoute) =>
    route.policy === 'administrator'
      ? administrator
      : route.policy === 'person'
        ? place.party
        : place.coordinator

  test('is refused by every route that changes something, and changes nothing', async () => {
    const before = await fingerprint(house)
    const random = seededRandom(seed)
    const wrong: string[] = []
    const unsafe = site.app.inventory.filter(
      (route) => isUnsafe(route) && !isApi(route) && !route.fromElsewhere,
    )
    expect(unsafe.length).toBeGreaterThan(25)
    for (const route of unsafe) {
      const session = holderOf(route)
      const row = rows[`${route.method} ${route.url}`] ?? {}
      const fields = (row.body?.(place) ?? {}) as Record<string, string>
      const token = formTokenOf(session)
      const good = encode({ ...fields, _form: token })
      const here = { origin: baseUrl, 'content-type': form }
      const forgeries: Record<string, Partial<InjectOptions> & { expected?: number }> = {
        'no token': { headers: here, payload: encode(fields) },
        'an empty token': { headers: here, payload: encode({ ...fields, _form: '' }) },
        'somebody else’s token': {
          headers: here,
          payload: encode({ ...fields, _form: formTokenOf('x'.repeat(43)) }),
        },
        'two tokens': { headers: here, payload: encode({ ...fields, _form: [token, token] }) },
        'the token in the address': {
          headers: here,
          payload: encode(fields),
          query: { _form: token },
        },
        'a foreign origin': { headers: { ...here, origin: 'https://evil.example' }, payload: good },
        'an origin that begins alike': {
          headers: { ...here, origin: `${baseUrl}.evil.example` },
          payload: good,
        },
        'no origin worth the name': { headers: { ...here, origin: 'null' }, payload: good },
        'no word of where from': { headers: { 'content-type': form }, payload: good },
        'cross-site': { headers: { ...here, 'sec-fetch-site': 'cross-site' }, payload: good },
        'same-site': { headers: { ...here, 'sec-fetch-site': 'same-site' }, payload: good },
        'text/plain': {
          headers: { ...here, 'content-type': 'text/plain' },
          payload: good,
          expected: 415,
        },
        json: {
          headers: { ...here, 'content-type': 'application/json' },
          payload: JSON.stringify({ ...fields, _form: token }),
          expected: 415,
        },
        multipart: {
          headers: { ...here, 'content-type': 'multipart/form-data; boundary=x' },
          payload: '--x--',
          expected: 415,
        },
      }
      const url = route.url.replace(/:\w+/, row.target ? place[row.target] : place.answerToken)
      const some = random.shuffle(Object.entries(forgeries)).slice(0, tries(20, 5))
      for (const [name, { expected = 403, ...forgery }] of some) {
        const answer = await site.inject({
          method: 'POST',
          url,
          cookies: { [sessionCookie]: session },
          ...forgery,
        } as InjectOptions)
        // The upload accepts only multipart, and reads its fields before it refuses.
        const asked = route.url === '/people/import' ? (name === 'multipart' ? 403 : 415) : expected
        if (answer.statusCode !== asked)
          wrong.push(`${route.method} ${route.url} with ${name}: ${answer.statusCode}`)
      }
      for (const url of [`${route.url}?_method=POST`, `${route.url}?_form=${token}`]) {
        const answer = await site.inject({
          method: 'GET',
          url: url.replace(/:\w+/, row.target ? place[row.target] : place.answerToken),
          headers: { 'x-http-method-override': 'POST' },
          cookies: { [sessionCookie]: session },
        })
        if (answer.statusCode >= 500 && route.url !== '/test-bug')
          wrong.push(`GET ${url}: ${answer.statusCode}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await fingerprint(house)).toBe(before)
  })

  test('is no way into the API, which accepts neither cookies nor forms', async () => {
    const before = await fingerprint(house)
    for (const route of site.app.inventory.filter((route) => isUnsafe(route) && isApi(route))) {
      const url = route.url.replace(/:\w+/, place.draftId)
      const method = route.method as 'POST'
      const cookies = { [sessionCookie]: place.coordinator }
      if (route.policy !== 'public') {
        const headers = { 'content-type': 'application/json' }
        const answer = await site.inject({ method, url, cookies, headers, payload: '{}' })
        expect(answer.statusCode).toBe(401)
      }
      for (const type of [form, 'text/plain', 'multipart/form-data; boundary=x', 'text/json']) {
        const headers = { authorization: `Bearer ${place.client}`, 'content-type': type }
        const answer = await site.inject({ method, url, headers, payload: '{}' })
        expect(answer.statusCode).toBe(415)
      }
    }
    expect(await fingerprint(house)).toBe(before)
  })

  test.each([
    ' application/json',
    'application/json\ta',
    'application/json;a',
    'application/jsonx',
    'application/json, text/plain',
    'APPLICATION/JSON',
  ])('with the content type %j is either parsed as JSON or refused', async (type) => {
    const answer = await site.inject({
      method: 'POST',
      url: '/api/v1/sites',
      headers: { authorization: `Bearer ${place.client}`, 'content-type': type },
      payload: '{"extra":1}',
    })
    expect([415, 422, 400]).toContain(answer.statusCode)
  })
})

describe('the headers', () => {
  const policy =
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';" +
    "connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'"

  let app: Awaited<ReturnType<typeof buildApp>>
  beforeAll(async () => {
    app = await buildApp(house.ctx(), { ...site.config, baseUrl: 'https://makker.example' })
    app.get('/test-bug', { config: { policy: 'public' } }, async () => {
      throw Object.assign(new Error('Key (email)=(amina@example.org)'), { detail: 'amina' })
    })
    await app.ready()
    return () => app.close()
  })

  function faults(answer: Answer, mayBeKept: boolean): string[] {
    const { headers } = answer
    const expected: Record<string, string> = {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      ...(mayBeKept ? {} : { 'cache-control': 'no-store' }),
    }
    return Object.entries(expected)
      .filter(([name, value]) => headers[name] !== value)
      .map(([name]) => `${name}: ${headers[name]}`)
  }

  test('are on the response of every route, whatever its status', async () => {
    const place = await aPlace(house, site, '0461')
    const wrong: string[] = []
    for (const route of app.inventory)
      for (const session of [undefined, place.coordinator]) {
        const answer = await app.inject({
          method: route.method as 'GET',
          url: route.url.replace(/:\w+/, place.draftId).replace('*', 'x'),
          cookies: session ? { '__Host-makker': session } : {},
        })
        const mayBeKept = route.url.startsWith('/assets/') || route.url.startsWith('/api/docs')
        const found = faults(answer, mayBeKept)
        if (found.length > 0)
          wrong.push(`${route.method} ${route.url} ${answer.statusCode} ${found}`)
        if (answer.statusCode >= 500 && route.url !== '/test-bug')
          wrong.push(`${route.url}: ${answer.statusCode}`)
      }
    expect(wrong).toEqual([])
  })

  test.each<[string, InjectOptions, number[]]>([
    ['an unknown page', { url: '/nowhere' }, [404]],
    ['an unknown endpoint', { url: '/api/v1/nowhere' }, [404]],
    ['an undecodable address', { url: '/%E0%A4%A' }, [400, 404]],
    ['an endless parameter', { url: `/answer/${'x'.repeat(500)}` }, [404, 414]],
    ['an unusual method', { method: 'TRACE' as 'GET', url: '/' }, [404, 405]],
    ['a bug', { url: '/test-bug' }, [500]],
    [
      'too much',
      {
        method: 'POST',
        url: '/sign-in',
        headers: { 'content-type': form },
        payload: 'x'.repeat(2_000_000),
      },
      [413],
    ],
    [
      'broken JSON',
      {
        method: 'POST',
        url: '/api/v1/mentors',
        headers: { 'content-type': 'application/json' },
        payload: '{"a',
      },
      [400, 422],
    ],
    ['path traversal', { url: '/api/v1/../../etc/passwd' }, [404]],
    ['the repository', { url: '/.git/config' }, [404]],
    [
      'a file beside the assets',
      { url: '/assets/fonts/arabic/..%2f..%2fpackage.json' },
      [400, 403, 404],
    ],
  ])('are on the response to %s', async (_, request, statuses) => {
    const answer = await app.inject(request)
    expect(statuses).toContain(answer.statusCode)
    expect(faults(answer, false)).toEqual([])
    expect(answer.body).not.toContain('amina')
    expect(answer.body).not.toMatch(/at \w+ \(|node_modules|\.ts:/)
  })

  test('bind cookies to this host and to https', async () => {
    const { accountId } = await anAccount(house)
    const { createSignInLink } =
      await import('../../src/features/accounts/links/create-sign-in-link.ts')
    const lasts = Temporal.Duration.from({ minutes: 1 })
    const token = await createSignInLink(house.ctx(), { accountId, lasts })
    const answer = await app.inject({
      method: 'POST',
      url: `/sign-in/${token}?lang=en`,
      headers: { origin: 'https://makker.example', 'content-type': form },
      payload: '',
    })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['set-cookie']).toEqual([
      '__Host-language=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
      expect.stringMatching(
        /^__Host-makker=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ])
  })
})

test('links to the product never take their host from the request', async () => {
  const { accountId } = await anAccount(house, { role: 'administrator' })
  const session = await site.enter({ accountId })
  for (const headers of [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { forwarded: 'host=evil.example' },
  ])
    for (const route of site.app.inventory.filter((route) => route.method === 'GET')) {
      const answer = await site.inject({
        url: route.url.replace(/:\w+/, accountId).replace('*', 'x'),
        headers,
        cookies: { [sessionCookie]: session },
      })
      expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toContain('evil.example')
    }
})
