import { beforeEach, expect, test } from 'vitest'
import type { ListedRoute } from '../../src/web/guard.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { type Answer, baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { anAccount } from '../support/accounts.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, type Place, useFixture } from '../support/municipality.ts'
import { rows } from './routes.ts'

const house = useHouse()
const site = useSite(house)

const fixture = useFixture(house, async () => ({
  place: await aPlace(house, site, '0461'),
  administrator: await site.enter(await anAccount(house, { role: 'administrator' })),
}))
let place: Place
let administrator: string
beforeEach(() => {
  ;({ place, administrator } = fixture.current())
})

const isRead = ({ method }: ListedRoute) => method === 'GET'
const keyOf = ({ method, url }: ListedRoute) => `${method} ${url}`

/** The request of an admitted actor, as a browser or client sends it. */
function ask(route: ListedRoute): Promise<Answer> {
  const row = rows[keyOf(route)] ?? {}
  const target = row.target === undefined ? '' : String(place[row.target])
  const path = route.url.replace(/:\w+/, target)
  const query = row.query === undefined ? '' : `?${new URLSearchParams(row.query(place))}`
  const method = route.method as 'GET'
  const url = `${path}${query}`
  if (route.url.startsWith('/api/')) {
    const headers = {
      authorization: `Bearer ${place.client}`,
      'content-type': 'application/json',
      'if-match': '"1"',
    }
    if (isRead(route)) return site.inject({ method, url, headers })
    return site.inject({ method, url, headers, payload: JSON.stringify(row.body?.(place) ?? {}) })
  }
  const session = {
    administrator,
    person: place.party,
    coordinator: place.coordinator,
    staff: place.coordinator,
    statistics: place.coordinator,
    public: place.coordinator,
  }[route.policy]
  const cookies = { [sessionCookie]: session }
  if (isRead(route)) return site.inject({ method, url, cookies })
  const payload = encode({
    ...(row.body?.(place) as Record<string, string>),
    _form: formTokenOf(session),
  })
  const headers = { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' }
  return site.inject({ method, url, cookies, headers, payload })
}

async function countEntries(): Promise<number> {
  const { count } = await house.db
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Routes that only compute, choose a colleague's own mails, write their entry when the mail is composed, or change nothing with the
 * data of this test, in which no letter is due and no mentor can be screened.
 */
const computing = [
  'POST /api/v1/match-runs/:id/what-if',
  'POST /link',
  'POST /account/mails',
  'POST /letters',
  'POST /api/v1/letters',
  'POST /people/moves',
  'POST /api/v1/enrolments/moves',
]

test('every route that changes something writes an audit entry', async () => {
  const silent: string[] = []
  let asked = 0
  for (const route of site.app.inventory) {
    const row = rows[keyOf(route)]
    if (isRead(route) || row === undefined || row.own || computing.includes(keyOf(route))) continue
    const before = await countEntries()
    const answer = await ask(route)
    asked++
    if (answer.statusCode >= 400) silent.push(`${keyOf(route)} was refused: ${answer.statusCode}`)
    else if ((await countEntries()) === before) silent.push(keyOf(route))
    await fixture.restore()
  }
  expect(silent).toEqual([])
  expect(asked).toBeGreaterThan(20)
})

/** Whether the route shows a person their own data. */
const isOwn = ({ url, policy }: ListedRoute) => policy === 'person' || url.startsWith('/answer/')

test('every route that shows a person to staff writes an audit entry', async () => {
  const silent: string[] = []
  let shown = 0
  for (const route of site.app.inventory.filter((route) => isRead(route) && !isOwn(route))) {
    const before = await countEntries()
    const { body } = await ask(route)
    if (!/Kanarie\d{4}(mentor|mentee| Kontakt)/.test(body)) continue
    shown++
    if ((await countEntries()) === before) silent.push(keyOf(route))
  }
  expect(silent).toEqual([])
  expect(shown).toBeGreaterThan(10)
})

test('a list writes an entry for each person on it', async () => {
  const before = await countEntries()
  await site.inject({ url: '/people', cookies: { [sessionCookie]: place.coordinator } })
  // Six mentors, three mentees and a contact.
  expect((await countEntries()) - before).toBe(10)
})

test('a page is not shown when its entry cannot be written', async () => {
  const { sql } = await import('kysely')
  await sql`alter table audit_entry add constraint broken check (action <> 'person-viewed') not valid`.execute(
    house.db,
  )
  try {
    const url = `/people/${place.enrolmentId}`
    const { statusCode, body } = await site.inject({
      url,
      cookies: { [sessionCookie]: place.coordinator },
    })
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('Efternavn')
  } finally {
    await sql`alter table audit_entry drop constraint broken`.execute(house.db)
  }
})
