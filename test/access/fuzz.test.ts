import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import type { ListedRoute } from '../../src/web/guard.ts'
import { anAccount } from '../support/accounts.ts'
import { type Answer, baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { describedBy } from '../support/described.ts'
import { useHouse } from '../support/house.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { aPlace, fingerprint, useFixture } from '../support/municipality.ts'
import { seed, tries } from '../support/tries.ts'
import { linkForms, rows } from './routes.ts'

const requests = tries(200_000, 500)
const mutations = tries(10_000, 250)

const house = useHouse()
const site = useSite(house)

const hostile: unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  '\ufeff\u200b',
  'x'.repeat(300),
  'x'.repeat(70_000),
  'é'.repeat(3_000),
  '😀'.repeat(150),
  "' or '1'='1",
  '"; drop table person; --',
  '%',
  '\\',
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  'a@b.dk, c@d.dk',
  'a@b.dk\r\nBcc: evil@example.com',
  '=cmd|calc!A1',
  '010190-1234',
  'null',
  'undefined',
  'NaN',
  'true',
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e309',
  '99999999999999999999',
  '1.5',
  '0x10',
  '0000-01-01',
  '2026-02-30',
  '99999-12-31',
  '2026-11-23T25:61:00Z',
  '2026-03-29T02:30:00[Europe/Copenhagen]',
  '24:00',
  '0461',
  '0411',
  '9999',
  'a to & ',
  '(',
  '[a-',
  randomUUID(),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  [],
  {},
  [null],
  [[]],
  [{}],
  { $ne: null },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  Array.from({ length: 5_000 }, () => 'x'),
]

const extras = [
  'role',
  'isAdmin',
  'id',
  'municipality',
  'createdAt',
  'state',
  '__proto__',
  'constructor',
  'toString',
  'lang',
  'next',
  'match',
]

const fixture = useFixture(house, async () => {
  const place = await aPlace(house, site, '0461')
  const administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
  const holders: { session?: string; bearer?: string }[] = [
    {},
    { session: administrator },
    { session: place.coordinator },
    { session: place.coordinator },
    { session: place.party },
    { bearer: place.client },
    { bearer: place.client },
    { bearer: place.statistics },
  ]
  return { place, holders }
})
let { place, holders } = {} as ReturnType<typeof fixture.current>
beforeEach(() => {
  ;({ place, holders } = fixture.current())
})

function hostileText(random: Random): string {
  const value = random.pick(hostile)
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 200)
}

/** A valid body with some leaves replaced by hostile values. */
function spoil(random: Random, value: unknown, depth = 0): unknown {
  if (random.chance(depth === 0 ? 0.05 : 0.2)) return random.pick(hostile)
  if (Array.isArray(value)) {
    const items = value.map((item) => spoil(random, item, depth + 1))
    return random.chance(0.1) ? [...items, random.pick(hostile)] : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(() => !random.chance(0.08))
    .map(([key, inner]) => [key, spoil(random, inner, depth + 1)])
  if (random.chance(0.15)) entries.push([random.pick(extras), random.pick(hostile)])
  return Object.fromEntries(entries)
}

const registration = {
  name: 'Amal Nasser',
  email: 'amal@example.dk',
  residence: '0461',
  locale: 'ar',
  languages: [{ tag: 'ar', level: 'native', reads: true }],
  hours: [{ day: 2, from: '17:00', to: '21:00' }],
  wish: { sex: 'woman', isMust: true },
  birthYear: 1990,
  consent: true,
}
const shownAt = '2026-11-23T08:55:00Z'
const publicBodies: Record<string, object> = {
  'POST /api/v1/mentors': { ...registration, offers: ['dansk'], capacity: 2 },
  'POST /api/v1/mentees': { ...registration, needs: [{ topic: 'dansk', importance: 2 }] },
  'POST /mentor': {
    ...registration,
    shownAt,
    'level-ar': 'native',
    hours: '2-evening',
    offers: 'dansk',
  },
  'POST /mentee': {
    ...registration,
    shownAt,
    'level-ar': 'native',
    hours: '2-evening',
    needs: 'dansk',
  },
  'POST /sign-in': { email: 'a@b.dk', password: 'x', next: '/' },
  'POST /answer/:token': { answer: 'yes', declineCode: 'other' },
}

function make(random: Random, route: ListedRoute): InjectOptions & { url: string } {
  const key = `${route.method === 'HEAD' ? 'GET' : route.method} ${route.url}`
  const row = rows[key] ?? {}
  const holder = random.pick(holders)
  const own = row.target ? place[row.target] : place.answerToken
  const target = random.chance(0.6) ? own : encodeURIComponent(hostileText(random).toWellFormed())
  const query = new URLSearchParams(row.query?.(place) ?? {})
  for (let extra = random.below(3); extra > 0; extra--)
    query.append(random.pick([...extras, ...query.keys()]), hostileText(random))
  const path = route.url.replace(/:\w+/, target).replace('*', target)
  const headers: Record<string, string> = {
    ...(holder.bearer && { authorization: `Bearer ${holder.bearer}` }),
    ...(random.chance(0.1) && {
      'accept-language': hostileText(random).replace(/[^\x20-\x7e]/g, ''),
    }),
    ...(random.chance(0.1) && { 'if-none-match': '"x"', range: 'bytes=0-1' }),
  }
  const request = {
    method: route.method as 'GET',
    remoteAddress: `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`,
    url: `${path}${query.size > 0 ? `?${query}` : ''}`,
    ...(holder.session && { cookies: { [sessionCookie]: holder.session } }),
  }
  if (['GET', 'HEAD'].includes(route.method)) return { ...request, headers }
  const good = row.body?.(place) ?? publicBodies[key] ?? {}
  const body = spoil(random, good)
  if (route.url.startsWith('/api/')) {
    headers['content-type'] = 'application/json'
    headers['if-match'] = '"1"'
    const payload = random.chance(0.05) ? hostileText(random) : JSON.stringify(body)
    return { ...request, headers, payload: payload ?? '' }
  }
  headers['content-type'] = 'application/x-www-form-urlencoded'
  headers.origin = baseUrl
  const form = Object.entries(typeof body === 'object' && body !== null ? body : {}).map(
    ([name, value]) => [
      name,
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.slice(0, 50).map((item) => JSON.stringify(item) ?? '')
          : (JSON.stringify(value) ?? ''),
    ],
  )
  const token = holder.session ? { _form: formTokenOf(holder.session) } : {}
  return { ...request, headers, payload: encode({ ...Object.fromEntries(form), ...token }) }
}

/** The fault of a response, if any, whatever the request was. */
function faultOf(route: ListedRoute, answer: Answer): string | undefined {
  if (answer.statusCode >= 500 && answer.statusCode !== 503) return `answered ${answer.statusCode}`
  if (/node_modules|\bat \w+ \(|select .* from /.test(answer.body) && !route.url.startsWith('/a'))
    return 'shows its inside'
  if (route.url.startsWith('/api/v1') && answer.statusCode >= 400 && route.method !== 'HEAD') {
    if (!String(answer.headers['content-type']).startsWith('application/problem+json'))
      return `refuses with ${answer.headers['content-type']}`
    const problem = answer.json()
    const known = ['type', 'title', 'status', 'detail', 'instance', 'state', 'errors']
    if (problem.status !== answer.statusCode || !String(problem.type).startsWith('/problems/'))
      return 'refuses in another form'
    if (Object.keys(problem).some((name) => !known.includes(name))) return 'says too much'
  }
  const isPage = String(answer.headers['content-type']).startsWith('text/html')
  if (isPage && /<script>alert|onerror=alert\(1\)>/.test(answer.body)) return 'repeats markup'
  return undefined
}

describe('hostile requests', () => {
  test('of every route and role: no 5xx, no leak, nothing changed by a refusal', async () => {
    const random = seededRandom(seed)
    const routes = site.app.inventory.filter(({ url }) => !url.startsWith('/assets/'))
    const faults: string[] = []
    const strayOf = describedBy(site.app)
    let baseline = await fingerprint(house)
    let changed = false
    for (let at = 0; at < requests && faults.length < 20; at++) {
      const route = routes[at] ?? random.pick(routes)
      const request = make(random, route)
      const answer = await site.inject(request)
      const fault = faultOf(route, answer) ?? strayOf(route, answer)
      if (fault !== undefined)
        faults.push(
          `seed ${seed} number ${at}: ${route.method} ${route.url} ${fault}\n${JSON.stringify(request).slice(0, 1_500)}`,
        )
      const isDone = answer.statusCode < 400 && !['GET', 'HEAD'].includes(route.method)
      if (isDone) changed = true
      if (at % 40 === 39 || isDone) {
        if (changed) await fixture.restore()
        else if ((await fingerprint(house)) !== baseline)
          faults.push(`seed ${seed} near ${at}: something refused has changed something`)
        if (changed) baseline = await fingerprint(house)
        changed = false
      }
    }
    expect(faults).toEqual([])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  }, 3_600_000)
})

describe('mutated tokens', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

  function mutate(random: Random, token: string): string {
    const at = random.below(token.length)
    const other = random.pick([...alphabet, '.', '=', '%', ' ', '\u00e6'])
    const changes = [
      () => token.slice(0, at) + other + token.slice(at + 1),
      () => token.slice(0, at) + token.slice(at + 1),
      () => token.slice(0, at) + other + token.slice(at),
      () => token.slice(0, at),
      () => token.slice(at),
      () => token + token,
      () => token.toUpperCase(),
      () => [...token].reverse().join(''),
      () => token.split('.').reverse().join('.'),
      () => `${token}=`,
      () => token.replaceAll('-', '+').replaceAll('_', '/'),
      () => Buffer.from(token).toString('base64url'),
    ]
    return random.pick(changes)()
  }

  test('of links and of clients: only 401, 404 and 410', async () => {
    const random = seededRandom(seed)
    const lasts = Temporal.Duration.from({ hours: 24 })
    const links = {
      answer: place.answerToken,
      'sign-in': await openLink(house.ctx(), {
        purpose: 'sign-in',
        accountId: place.accountId,
        municipality: '0461',
        lasts,
      }),
      invitation: await openLink(house.ctx(), {
        purpose: 'invitation',
        accountId: place.accountId,
        municipality: '0461',
        lasts,
      }),
      'set-up': await openLink(house.ctx(), { purpose: 'set-up', lasts }),
    }
    const before = await fingerprint(house)
    const seen = new Map<number, number>()
    const wrong: string[] = []
    for (let at = 0; at < mutations; at++) {
      const kind = random.pick(['client', ...Object.keys(links)] as const)
      if (kind === 'client') {
        const token = mutate(random, place.client)
        // The last character has bits that decoders ignore: another spelling of the same signature.
        const isSame =
          token.slice(0, -1) === place.client.slice(0, -1) && token.length === place.client.length
        if (token === place.client || isSame || /[^\x21-\x7e]/.test(token)) continue
        const answer = await site.inject({
          url: '/api/v1/enrolments',
          headers: { authorization: `Bearer ${token}` },
        })
        seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
        if (answer.statusCode !== 401) wrong.push(`client ${token}: ${answer.statusCode}`)
        continue
      }
      const genuine = links[kind as keyof typeof links]
      const token = mutate(random, genuine)
      if (token === genuine || token === '') continue
      const method = random.pick(['GET', 'POST'] as const)
      const answer = await site.inject({
        method,
        remoteAddress: `10.0.${at >> 8}.${at & 255}`,
        url: `/${kind}/${encodeURIComponent(token)}`,
        headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
        ...(method === 'POST' && { payload: linkForms[kind] }),
      })
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
      if (![404, 410].includes(answer.statusCode))
        wrong.push(`${method} ${kind} ${token}: ${answer.statusCode}`)
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(seen.get(401)).toBeGreaterThan(mutations / 15)
    expect(seen.get(404)).toBeGreaterThan(mutations / 15)
    expect(await fingerprint(house)).toBe(before)
  }, 3_600_000)
})
