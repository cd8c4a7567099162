import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { policies, type ListedRoute, type Policy } from '../../src/web/guard.ts'
import type { Actor } from '../../src/context.ts'
import { anAccount } from '../support/accounts.ts'
import { type Answer, baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { describedBy } from '../support/described.ts'
import { useHouse } from '../support/house.ts'
import { withoutFilter, withoutRules } from '../support/layers.ts'
import { aPlace, fingerprint, type Place, useFixture } from '../support/municipality.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { seededRandom } from '../support/random.ts'
import { oneOf, seed, tries } from '../support/tries.ts'
import { type Row, rows } from './routes.ts'

const house = useHouse()
const site = useSite(house)

/** An actor of the matrix, with their credentials. */
interface Principal {
  name: string
  /** The actor that the product should recognise. */
  actor: Actor
  session?: string
  bearer?: string
  place?: Place
}

const fixture = useFixture(house, async () => {
  const odense = await aPlace(house, site, '0461')
  const roskilde = await aPlace(house, site, '0265')
  const administrator = await anAccount(house, { role: 'administrator' })
  const { actor: coordinator } = await anAccount(house, { municipality: '0461' })
  const person = (id: string): Actor => ({ kind: 'person', id, municipality: '0461' })
  const client = (scope: string): Actor => ({
    kind: 'client',
    id: odense.tokenId,
    scopes: [scope],
    municipality: '0461',
  })
  const anonymous: Actor = { kind: 'public' }
  const principals: Principal[] = [
    { name: 'anonymous', actor: anonymous },
    { name: 'administrator', actor: administrator.actor, session: await site.enter(administrator) },
    { name: 'coordinator', actor: coordinator, session: odense.coordinator, place: odense },
    { name: 'party', actor: person(odense.partyId), session: odense.party, place: odense },
    {
      name: 'bystander',
      actor: person(odense.bystanderId),
      session: odense.bystander,
      place: odense,
    },
    { name: 'client', actor: client('programme:write'), bearer: odense.client, place: odense },
    { name: 'statistics', actor: client('stats:read'), bearer: odense.statistics, place: odense },
    { name: 'half session', actor: anonymous, session: await halfSession() },
    { name: 'stale session', actor: anonymous, session: 'x'.repeat(43) },
  ]
  return { odense, roskilde, principals }
})
let odense: Place
let roskilde: Place
let principals: Principal[]
beforeEach(() => {
  ;({ odense, roskilde, principals } = fixture.current())
})

/** A session with the password given and the second factor missing. */
async function halfSession(): Promise<string> {
  const session = await site.enter(await anAccount(house, { municipality: '0461' }))
  const { hashToken } = await import('../../src/web/session.ts')
  await house.db
    .updateTable('session')
    .set({ verifiedAt: null })
    .where('hash', '=', hashToken(session))
    .execute()
  return session
}

const isApi = (route: ListedRoute) => route.url.startsWith('/api/')
const isUnsafe = (route: ListedRoute) => !['GET', 'HEAD', 'OPTIONS'].includes(route.method)
const keyOf = ({ method, url }: ListedRoute) => `${method === 'HEAD' ? 'GET' : method} ${url}`
const guarded = () => site.app.inventory.filter((route) => route.policy !== 'public')

interface Asked {
  target?: string
  body?: Record<string, unknown>
  query?: Record<string, string>
}

function ask(route: ListedRoute, by: Principal, { target, body, query }: Asked): Promise<Answer> {
  const path = route.url.replace(/:\w+/, target ?? randomUUID())
  const url = query === undefined ? path : `${path}?${new URLSearchParams(query)}`
  const method = route.method as 'GET'
  const cookies = by.session === undefined ? {} : { cookies: { [sessionCookie]: by.session } }
  const authorization = by.bearer === undefined ? {} : { authorization: `Bearer ${by.bearer}` }
  if (!isUnsafe(route)) return site.inject({ method, url, ...cookies, headers: authorization })
  if (isApi(route)) {
    const payload = JSON.stringify(body ?? {})
    // The first version, which every row in this test has.
    const read = { 'if-match': '"1"' }
    const headers = { 'content-type': 'application/json', ...read, ...authorization }
    return site.inject({ method, url, ...cookies, headers, payload })
  }
  const form = { ...(body as Record<string, string>), ...formOf(by) }
  const headers = {
    origin: baseUrl,
    'content-type': 'application/x-www-form-urlencoded',
    ...authorization,
  }
  return site.inject({ method, url, ...cookies, headers, payload: encode(form) })
}

function formOf({ session }: Principal): Record<string, string> {
  return session === undefined ? {} : { _form: formTokenOf(session) }
}

/** Pages accept only the cookie, the API only the token. */
function actorAt(route: ListedRoute, by: Principal): Actor {
  const shown = isApi(route) ? by.bearer : by.session
  return shown === undefined ? { kind: 'public' } : by.actor
}

function isAdmitted(route: ListedRoute, by: Principal): boolean {
  return policies[route.policy](actorAt(route, by))
}

/** The status for an actor who is not admitted, whatever the request. */
function refusal(route: ListedRoute, by: Principal): number {
  if (actorAt(route, by).kind !== 'public') return 403
  return isApi(route) || isUnsafe(route) ? 401 : 303
}

/** The response without request ids and requested ids, to compare bodies. */
function comparable(answer: Answer, asked: string[]): string {
  let body = answer.body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
  for (const text of asked) body = body.replaceAll(text, '(id)')
  const headers = Object.keys(answer.headers).filter((name) => name !== 'content-length')
  return `${answer.statusCode} ${headers.sort()} ${body}`
}

test('every route names a policy, and the list equals the reviewed routes.txt', async () => {
  const list = site.app.inventory
    .filter(({ method }) => method !== 'HEAD')
    .map(
      ({ policy, method, url, stepUp, fromElsewhere }) =>
        `${policy}${stepUp ? '+step-up' : ''}${fromElsewhere ? '+from-elsewhere' : ''} ${method} ${url}`,
    )
  await expect(`${list.sort().join('\n')}\n`).toMatchFileSnapshot('routes.txt')
})

/** The actors that each policy admits, stated independently of the code. */
const admitted: Record<Policy, string[]> = {
  public: [
    'anonymous',
    'administrator',
    'coordinator',
    'party',
    'bystander',
    'client',
    'statistics',
    'half session',
    'stale session',
  ],
  administrator: ['administrator'],
  coordinator: ['coordinator', 'client'],
  staff: ['administrator', 'coordinator'],
  person: ['party', 'bystander'],
  statistics: ['coordinator', 'client', 'statistics'],
}

test('each policy admits exactly the actors in the table of roles', () => {
  for (const [policy, names] of Object.entries(admitted)) {
    const found = principals.filter(({ actor }) => policies[policy as Policy](actor))
    expect([policy, found.map(({ name }) => name)]).toEqual([policy, names])
  }
  expect(Object.keys(policies).sort()).toEqual(Object.keys(admitted).sort())
})

test('a product with a route that names no policy does not start', async () => {
  const app = await buildApp(house.ctx(), site.config)
  app.get('/forgotten', async () => 'hello')
  await expect(app.ready()).rejects.toThrow('GET /forgotten')
  await app.close()
})

test('every route that takes an id or changes something is described in routes.ts', () => {
  const missing = guarded()
    .filter((route) => isUnsafe(route) || route.url.includes(':'))
    .map(keyOf)
    .filter((key) => rows[key] === undefined)
  expect(missing).toEqual([])
  const known = new Set(site.app.inventory.map(keyOf))
  expect(Object.keys(rows).filter((key) => !known.has(key))).toEqual([])
})

/** Whether the target belongs to one person, and is hidden from others in the municipality. */
function isPartys(row: Row): row is Row & { target: 'offeredId' | 'partyEnrolmentId' } {
  return row.target === 'offeredId' || row.target === 'partyEnrolmentId'
}

describe('admission', () => {
  test('every route refuses every principal it does not admit, and changes nothing', async () => {
    const before = await fingerprint(house)
    const wrong: string[] = []
    let asked = 0
    for (const [number, route] of guarded().entries())
      for (const by of oneOf(
        principals.filter((by) => !isAdmitted(route, by)),
        number,
      ))
        for (const [at, place] of [odense, roskilde].entries()) {
          const row: Row = rows[keyOf(route)] ?? {}
          // Without an id the request is the same for both.
          if (at > 0 && !row.target && !row.body && !row.query) continue
          const answer = await ask(route, by, request(row, place))
          asked++
          if (answer.statusCode !== refusal(route, by))
            wrong.push(`${keyOf(route)} by ${by.name}: ${answer.statusCode}`)
          if (answer.body.includes('Kanarie') && by.place === undefined)
            wrong.push(`${keyOf(route)} tells ${by.name} of ${place.canary}`)
        }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(200)
    expect(await fingerprint(house)).toBe(before)
  }, 300_000)
})

/** The two checks of ownership, together and each alone: either must be sufficient. */
const ways: Record<string, () => Promise<() => Promise<void>>> = {
  'by both checks': async () => async () => {},
  'by the database’s rules alone': withoutFilter,
  'by the product’s own check alone': () => withoutRules(house),
}
describe.each(Object.entries(ways))('ownership enforced %s', (_, takeAway) => {
  let giveBack: () => Promise<void>
  beforeEach(async () => {
    giveBack = await takeAway()
  })
  afterEach(() => giveBack())

  test('every route answers every principal it admits about their own rows, as described', async () => {
    const wrong: string[] = []
    const strayOf = describedBy(site.app)
    for (const [at, route] of guarded().entries())
      for (const by of oneOf(
        principals.filter((by) => isAdmitted(route, by)),
        at,
      )) {
        const row: Row = rows[keyOf(route)] ?? {}
        if (by.name === 'bystander' && isPartys(row)) continue
        const answer = await ask(route, by, request(row, by.place ?? odense))
        // Only its owner can end a session.
        const isOwners = row.target === 'sessionId' && by.place === undefined
        const allowed = isOwners ? [404] : (row.own ?? [200, 201, 204, 303])
        if (!allowed.includes(answer.statusCode))
          wrong.push(
            `${route.method} ${route.url} by ${by.name}: ${answer.statusCode} ${isApi(route) ? answer.body : ''}`,
          )
        const stray = strayOf(route, answer)
        if (stray !== undefined) wrong.push(`${keyOf(route)} by ${by.name} ${stray}`)
        if (by.place !== undefined && answer.body.includes(roskilde.canary))
          wrong.push(`${keyOf(route)} tells ${by.name} of ${roskilde.canary}`)
        if (isUnsafe(route) && answer.statusCode < 400) await fixture.restore()
      }
    expect(wrong).toEqual([])
  }, 300_000)

  test('every id in a request, replaced by another municipality’s, is answered like an unknown one', async () => {
    const before = await fingerprint(house)
    const wrong: string[] = []
    let asked = 0
    for (const [at, route] of guarded().entries()) {
      const row: Row = rows[keyOf(route)] ?? {}
      const admitted = principals.filter((by) => by.place && isAdmitted(route, by))
      for (const by of admitted.length === 0 ? [] : oneOf(admitted, at))
        for (const { foreign, random, where } of exchanges(row)) {
          const theirs = await ask(route, by, foreign)
          const nobodys = await ask(route, by, random)
          asked += 2
          const told = `${keyOf(route)} by ${by.name}, ${where}`
          const ids = [...idsOf(foreign), ...idsOf(random), '0265', '0350', 'Roskilde', 'Lejre']
          if (comparable(theirs, ids) !== comparable(nobodys, ids))
            wrong.push(
              `${told}: tells theirs (${theirs.statusCode}) from none (${nobodys.statusCode})`,
            )
          if (!row.lenient && ![404, 422, 403].includes(theirs.statusCode))
            wrong.push(`${told}: ${theirs.statusCode}`)
          if (where.startsWith('address') && theirs.statusCode !== 404)
            wrong.push(`${told}: ${theirs.statusCode} and not 404`)
          if (theirs.body.includes(roskilde.canary)) wrong.push(`${told}: shows their canary`)
        }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(80)
    expect(await fingerprint(house)).toBe(before)
  }, 300_000)
})

describe('ownership within a municipality', () => {
  test('a person sees no proposal and no profile of others in the same municipality', async () => {
    const bystander = principals.find(({ name }) => name === 'bystander')!
    const before = await fingerprint(house)
    for (const route of guarded().filter(({ url }) => url.startsWith('/me/'))) {
      const row = rows[keyOf(route)]
      if (row === undefined || !isPartys(row)) continue
      const body = row.body?.(odense) ?? {}
      const theirs = await ask(route, bystander, { target: odense[row.target], body })
      const nobodys = await ask(route, bystander, { target: randomUUID(), body })
      expect(theirs.statusCode).toBe(404)
      expect(comparable(theirs, [])).toBe(comparable(nobodys, []))
    }
    expect(await fingerprint(house)).toBe(before)
  })

  test('an administrator sees no participant’s name on any page', async () => {
    const administrator = principals.find(({ name }) => name === 'administrator')!
    for (const route of site.app.inventory.filter((route) => !isUnsafe(route) && !isApi(route))) {
      const { body } = await ask(route, administrator, request(rows[keyOf(route)] ?? {}, odense))
      expect(body).not.toMatch(/Kanarie\d{4}(mentor|mentee| Kontakt)/)
    }
  })
})

test('every endpoint refuses the columns of all tables as extra fields', async () => {
  const { rows: columns } = await sql<{ name: string }>`
    select distinct column_name::text as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(house.db)
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
  const extras = new Set(columns.map(({ name }) => camel(name)))
  for (const other of ['isAdmin', 'siteId', 'constructor', 'toString', 'prototype'])
    extras.add(other)
  const before = await fingerprint(house)
  const wrong: string[] = []
  let asked = 0
  const client = principals.find(({ name }) => name === 'client')!
  const random = seededRandom(seed)
  for (const route of guarded().filter((route) => isUnsafe(route) && isApi(route))) {
    const own = request(rows[keyOf(route)] ?? {}, odense)
    if (own.body === undefined) continue
    for (const extra of random.shuffle([...extras]).slice(0, tries(extras.size, 20))) {
      const body = { ...own.body, [extra]: { x: null } }
      const answer = await ask(route, client, { ...own, body })
      asked++
      if (answer.statusCode !== 422) wrong.push(`${keyOf(route)} ${extra}: ${answer.statusCode}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(tries(2_000, 200))
  expect(await fingerprint(house)).toBe(before)
}, 300_000)

describe('a link in a mail', () => {
  const open = (path: string) => site.get(path)

  test('shows only a first name, and opens only its own kind of page', async () => {
    const page = await open(`/answer/${odense.answerToken}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('Efternavn')
    expect(page.body).not.toContain('@kanarie')
    expect(page.body).not.toContain(roskilde.canary)
    const before = await fingerprint(house)
    for (const route of site.app.inventory.filter(({ url }) => url.includes(':token'))) {
      if (route.url.startsWith('/answer/')) continue
      const answer = await ask(route, principals[0]!, { target: odense.answerToken })
      expect([404, 410, 422]).toContain(answer.statusCode)
    }
    for (const route of guarded()) {
      const token = odense.answerToken
      for (const by of [{ session: token }, { bearer: token }]) {
        const principal = { name: 'link', actor: { kind: 'public' } as const, ...by }
        const answer = await ask(route, principal, request(rows[keyOf(route)] ?? {}, odense))
        expect([303, 401]).toContain(answer.statusCode)
      }
    }
    expect(await fingerprint(house)).toBe(before)
  })

  test('is not used up by being opened, whatever the user agent', async () => {
    const before = await fingerprint(house)
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const)
      for (const agent of ['Mozilla/5.0 SafeLinks', 'Barracuda Sentinel', 'Googlebot', 'curl/8'])
        await site.inject({
          method,
          url: `/answer/${odense.answerToken}`,
          headers: { 'user-agent': agent },
        })
    expect(await fingerprint(house)).toBe(before)
  })
})

test('GET and HEAD change nothing, on every route as every principal', async () => {
  const before = await fingerprint(house)
  const looked = site.app.inventory.filter((route) => !isUnsafe(route))
  for (const [at, route] of looked.entries())
    for (const by of oneOf(principals, at))
      await ask(route, by, request(rows[keyOf(route)] ?? {}, odense))
  expect(await fingerprint(house)).toBe(before)
}, 300_000)

function request(row: Row, place: Place): Asked {
  return {
    ...(row.target && { target: place[row.target] }),
    ...(row.body && { body: row.body(place) }),
    ...(row.query && { query: row.query(place) }),
  }
}

interface Exchange {
  where: string
  foreign: Asked
  random: Asked
}

/**
 * The valid request with one id replaced at a time: by one of Roskilde's, and by an unknown one.
 */
function exchanges(row: Row): Exchange[] {
  const own = request(row, odense)
  const all: Exchange[] = []
  if (row.target) {
    const [theirs, nobodys] = [roskilde[row.target], randomUUID()]
    all.push({
      where: `address ${row.target}`,
      foreign: { ...own, target: theirs },
      random: { ...own, target: nobodys },
    })
  }
  for (const part of ['query', 'body'] as const) {
    const values = own[part]
    const others = request(row, roskilde)[part]
    if (values === undefined || others === undefined) continue
    for (const { path, last } of idPaths(values, others)) {
      const put = (value: string) => ({ ...own, [part]: exchanged(values, path, value, last) })
      const theirs = at(others, path)
      const nobodys = /^\d{4}$/.test(theirs) ? '0350' : theirs.replace(/[\w-]{36}/, randomUUID())
      // A residence is a fact about a person, not a reference.
      if (path.at(-1) === 'residence') continue
      all.push({
        where: `${part} ${path.join('.')}${last ? ' as the last' : ''}`,
        foreign: put(theirs),
        random: put(nobodys),
      })
    }
  }
  return all
}

/** Paths at which two municipalities' requests differ: the ids. Tries the last of a list too. */
function idPaths(
  own: unknown,
  other: unknown,
  path: string[] = [],
): { path: string[]; last: boolean }[] {
  if (typeof own === 'string') return own === other ? [] : [{ path, last: false }]
  if (typeof own !== 'object' || own === null) return []
  const paths = Object.entries(own).flatMap(([key, value]) =>
    idPaths(value, (other as Record<string, unknown>)[key], [...path, key]),
  )
  return Array.isArray(own) ? [...paths, ...paths.map(({ path }) => ({ path, last: true }))] : paths
}

function at(value: unknown, path: string[]): string {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown>)[key],
    value,
  ) as string
}

function exchanged(own: object, path: string[], value: string, last: boolean): never {
  const copy = structuredClone(own)
  const indexes = path.findIndex((key) => /^\d+$/.test(key))
  let inner = copy as Record<string, unknown>
  for (const [depth, key] of path.slice(0, -1).entries()) {
    if (last && depth + 1 === indexes) {
      const list = inner[key] as unknown[]
      list.push(structuredClone(list[0]))
      inner = list as unknown as Record<string, unknown>
      const rest = [String(list.length - 1), ...path.slice(indexes + 1)]
      return put(copy, inner, rest, value)
    }
    inner = inner[key] as Record<string, unknown>
  }
  inner[path.at(-1)!] = value
  return copy as never
}

function put(copy: object, inner: Record<string, unknown>, path: string[], value: string): never {
  let target = inner
  for (const key of path.slice(0, -1)) target = target[key] as Record<string, unknown>
  target[path.at(-1)!] = value
  return copy as never
}

function idsOf(asked: Asked): string[] {
  return [asked.target, ...Object.values(asked.query ?? {})].filter((id) => id !== undefined)
}
