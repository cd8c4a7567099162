import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createSignInLink } from '../../src/features/accounts/links/create-sign-in-link.ts'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { writeCursor } from '../../src/features/people/list/cursor.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { type Answer, baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, fingerprint, type Place, useFixture } from '../support/municipality.ts'
import { seededRandom } from '../support/random.ts'
import { seed, tries } from '../support/tries.ts'
import { linkForms, rows } from './routes.ts'

// Attacks by a colleague of Odense on Roskilde's data beyond the ids that the matrix exchanges:
// every search parameter, and every credential on every kind of route.

const house = useHouse()
const site = useSite(house)

const fixture = useFixture(house, async () => ({
  odense: await aPlace(house, site, '0461'),
  roskilde: await aPlace(house, site, '0265'),
}))
let odense: Place
let roskilde: Place
beforeEach(() => {
  ;({ odense, roskilde } = fixture.current())
})

/** The response without the request's value and without ids. */
function said(answer: Answer, asked: string): string {
  const body = answer.body
    .replaceAll(encodeURIComponent(asked), '(asked)')
    .replaceAll(asked, '(asked)')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
  return `${answer.statusCode} ${body}`
}

/** The query parameters of the API. */
async function parameters(): Promise<{ url: string; name: string }[]> {
  const description = (await site.get('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>
  }
  return Object.entries(description.paths).flatMap(([url, { get }]) =>
    (get?.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) => ({ url: url.replace('{id}', ':id'), name })),
  )
}

/** Values of the other municipality, each with an unknown value of the same shape. */
function wordsOf(place: Place, isApi: boolean): [string, string][] {
  const cursor = (id: string) => writeCursor({ back: false, id, at: house.clock.now() })
  const ids = [place.bystanderId, place.matchId, place.runId, place.accountId]
  const both: [string, string][] = [
    [place.enrolmentId, randomUUID()],
    [place.canary, 'Kanarie0999'],
  ]
  if (!isApi) return both
  return [
    ...both,
    ...ids.map((id): [string, string] => [id, randomUUID()]),
    [`mentor1@${place.canary}.example`.toLowerCase(), 'mentor1@kanarie0999.example'],
    [cursor(place.enrolmentId), cursor(randomUUID())],
  ]
}

test('search, filter, order and cursor answer the same for another municipality’s values as for unknown ones', async () => {
  const before = await fingerprint(house)
  const known = await parameters()
  const names = ['q', 'person', 'colleague', 'enrolment', 'match', 'programme', 'cursor', 'after']
  const isLooked = (route: { method: string; policy: string }) =>
    route.method === 'GET' && ['coordinator', 'staff', 'statistics'].includes(route.policy)
  const random = seededRandom(seed)
  const words = tries(10, 1)
  const some = () => random.shuffle(names).slice(0, tries(names.length, 2))
  const wrong: string[] = []
  let asked = 0
  for (const route of site.app.inventory.filter(isLooked)) {
    const isApi = route.url.startsWith('/api/')
    const target = rows[`GET ${route.url}`]?.target
    // The matrix covers the pages of one thing; the API's parameters are known from its
    // description.
    if (route.url.includes(':') && (target === undefined || !isApi)) continue
    const own = isApi
      ? known.filter(({ url }) => url === route.url).map(({ name }) => name)
      : some()
    const by = isApi
      ? { headers: { authorization: `Bearer ${odense.client}` } }
      : { cookies: { [sessionCookie]: odense.coordinator } }
    const ask = (name: string, value: string) => {
      const path = route.url.replace(/:\w+/, target === undefined ? '' : odense[target])
      const query = { ...rows[`GET ${route.url}`]?.query?.(odense), [name]: value }
      asked++
      return site.inject({ method: 'GET', url: `${path}?${new URLSearchParams(query)}`, ...by })
    }
    for (const name of own)
      for (const [theirs, nobodys] of random.shuffle(wordsOf(roskilde, isApi)).slice(0, words)) {
        const found = await ask(name, theirs)
        const told = `${route.url}?${name}=${theirs}`
        // The audit record grows when it is read, and a cursor is a time.
        const tellsTime = route.url.endsWith('/audit') && (!isApi || name === 'before')
        if (!tellsTime && said(found, theirs) !== said(await ask(name, nobodys), nobodys))
          wrong.push(
            `${told} tells another municipality’s value from an unknown one (${found.statusCode})`,
          )
        if (found.body.replaceAll(theirs, '').includes(roskilde.canary))
          wrong.push(`${told} shows ${roskilde.canary}`)
      }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(tries(700, 80))
  expect(await fingerprint(house)).toBe(before)
}, 600_000)

test('every credential opens only its own kind of route, and a single-use link only once', async () => {
  const lasts = Temporal.Duration.from({ hours: 1 })
  const account = { accountId: odense.accountId, municipality: '0461' }
  const links: Record<string, string> = {
    answer: odense.answerToken,
    interested: odense.interestedToken,
    unsubscribe: odense.unsubscribeToken,
    m: odense.questionToken,
    'sign-in': await createSignInLink(house.ctx(), { personId: odense.partyId, lasts }),
    invitation: await openLink(house.ctx(), { purpose: 'invitation', ...account, lasts }),
    'set-up': await openLink(house.ctx(), { purpose: 'set-up', lasts }),
  }
  const keys = {
    ...links,
    session: odense.coordinator,
    'own session': odense.party,
    client: odense.client,
    statistics: odense.statistics,
    id: odense.offeredId,
  }
  const before = await fingerprint(house)
  const wrong: string[] = []
  for (const [kind, key] of Object.entries(keys)) {
    for (const lock of Object.keys(links).filter((lock) => lock !== kind))
      for (const method of ['GET', 'POST'] as const) {
        const answer = await site.inject({
          method,
          url: `/${lock}/${key}`,
          headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
          ...(method === 'POST' && { payload: linkForms[lock] }),
        })
        if (![404, 410].includes(answer.statusCode))
          wrong.push(`${kind} in ${method} /${lock}: ${answer.statusCode}`)
      }
    const page = await site.get('/people', key)
    if (kind !== 'session' && ![303, 403].includes(page.statusCode))
      wrong.push(`${kind} as a session: ${page.statusCode}`)
    const headers = { authorization: `Bearer ${key}` }
    const api = await site.inject({ url: '/api/v1/enrolments', headers })
    if (kind !== 'client' && ![401, 403].includes(api.statusCode))
      wrong.push(`${kind} as a client: ${api.statusCode}`)
    const form = { _form: formTokenOf(key), name: 'x', address: 'y' }
    const posted = await site.inject({
      method: 'POST',
      url: '/programme/sites',
      cookies: { [sessionCookie]: odense.coordinator },
      headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
      payload: encode(form),
    })
    if (kind !== 'session' && posted.statusCode !== 403)
      wrong.push(`the form token of ${kind}: ${posted.statusCode}`)
    if (kind === 'session') expect(posted.statusCode).toBe(303)
  }
  expect(wrong).toEqual([])
  await house.db.deleteFrom('site').where('name', '=', 'x').execute()
  expect(await fingerprint(house)).toBe(before)
  for (const once of ['sign-in', 'invitation']) {
    const form = Object.fromEntries(new URLSearchParams(linkForms[once]))
    const press = () => site.post(`/${once}/${links[once]}`, form)
    expect((await press()).statusCode).toBe(303)
    expect([404, 410]).toContain((await press()).statusCode)
  }
})

test('no participant, statistics client or visitor receives contact data of another person', async () => {
  // Even of the own match only the first name is shown.
  const others = [roskilde.canary, '@kanarie', `Efternavn${odense.canary}`]
  const own = await house.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', odense.partyId)
    .executeTakeFirstOrThrow()
  const wrong: string[] = []
  const readers = {
    party: { cookies: { [sessionCookie]: odense.party } },
    statistics: { headers: { authorization: `Bearer ${odense.statistics}` } },
    public: {},
  }
  for (const [reader, by] of Object.entries(readers))
    for (const route of site.app.inventory.filter(({ method }) => method === 'GET')) {
      const { target, query } = rows[`GET ${route.url}`] ?? {}
      const id = target === undefined ? odense.answerToken : odense[target]
      const address = `${route.url.replace(/:\w+|\*/, id)}?${new URLSearchParams(query?.(odense))}`
      const answer = await site.inject({ method: 'GET', url: address, ...by })
      const shown = `${JSON.stringify(answer.headers)}${answer.body}`
        .replaceAll(own.name, '')
        .replaceAll(own.email!, '')
      for (const word of others)
        if (shown.includes(word)) wrong.push(`${route.url} shows ${reader} ${word}`)
    }
  expect(wrong).toEqual([])
})

// Found by `npm run test:fuzz`.
test('an invalid language is refused in the form and not answered with a 500', async () => {
  const sent = rows['POST /me/roles/:id/profile']!.body!(odense) as Record<string, string>
  const form = { ...sent, 'languages-tag-0': '99999999999999999999' }
  const answer = await site.post(`/me/roles/${odense.partyEnrolmentId}/profile`, form, odense.party)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('99999999999999999999')
})
