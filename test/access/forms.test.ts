import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { ListedRoute } from '../../src/web/guard.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { anAccount } from '../support/accounts.ts'
import { baseUrl, encode, sessionCookie, useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { seededRandom } from '../support/random.ts'
import { aPlace, fingerprint, type Place, useFixture } from '../support/municipality.ts'
import { seed, tries } from '../support/tries.ts'
import { rows } from './routes.ts'

const house = useHouse()
const site = useSite(house)

const fixture = useFixture(house, async () => ({
  odense: await aPlace(house, site, '0461'),
  administrator: await site.enter(await anAccount(house, { role: 'administrator' })),
}))
let odense: Place
let administrator: string
beforeEach(() => {
  ;({ odense, administrator } = fixture.current())
})

const takesForms = ({ method, url }: ListedRoute) => method === 'POST' && !url.startsWith('/api/')

function sessionFor({ policy }: ListedRoute): string | undefined {
  if (policy === 'public') return undefined
  if (policy === 'person') return odense.party
  return policy === 'administrator' ? administrator : odense.coordinator
}

function send(route: ListedRoute, form: Record<string, string | string[]>) {
  const session = sessionFor(route)
  const { target } = rows[`POST ${route.url}`] ?? {}
  return site.inject({
    method: 'POST',
    url: route.url.replace(/:\w+/, target === undefined ? odense.answerToken : odense[target]),
    // A network of its own for each request, so that no limit is reached.
    remoteAddress: `10.1.${(asked >> 8) & 255}.${asked++ & 255}`,
    headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode({ ...form, ...(session && { _form: formTokenOf(session) }) }),
    ...(session !== undefined && { cookies: { [sessionCookie]: session } }),
  })
}
let asked = 0

/** All column names in the spelling of forms, and common field names. */
async function names(): Promise<{ columns: string[]; tried: string[] }> {
  const { rows: columns } = await sql<{ name: string }>`
    select distinct column_name::text as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(house.db)
  return {
    columns: columns.map(({ name }) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())),
    tried: [
      ...['municipality', 'siteId', 'isAdmin', 'id', 'createdAt', 'personId', 'verifiedAt'],
      ...['__proto__', 'constructor', 'prototype', 'toString', '_method', 'role', 'state'],
    ],
  }
}

test('every form refuses a field that its page does not have, and changes nothing', async () => {
  const { columns, tried } = await names()
  const random = seededRandom(seed)
  const before = await fingerprint(house)
  const wrong: string[] = []
  let sent = 0
  for (const route of site.app.inventory.filter(takesForms)) {
    // The upload is tested below.
    if (route.url === '/people/import') continue
    const own = (rows[`POST ${route.url}`]?.body?.(odense) ?? {}) as Record<string, string>
    const all = [...new Set([...tried, ...columns])]
    for (const extra of random.shuffle(all).slice(0, tries(all.length, 6))) {
      if (formsTake(route, extra)) continue
      const answer = await send(route, { ...own, [extra]: '1' })
      sent++
      if (answer.statusCode !== 422) wrong.push(`${route.url} ${extra}: ${answer.statusCode}`)
    }
  }
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThan(tries(5_000, 300))
  expect(await fingerprint(house)).toBe(before)
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
}, 300_000)

// A field sent as both yes and no was once read as yes.
test('a form with a repeated field is refused', async () => {
  const before = await fingerprint(house)
  const wrong: string[] = []
  let sent = 0
  for (const route of site.app.inventory.filter(takesForms)) {
    if (route.url === '/people/import') continue
    const row = rows[`POST ${route.url}`]
    const own = (row?.body?.(odense) ?? {}) as Record<string, string>
    for (const name of route.fields.filter((name) => !/(\*|\[\])$/.test(name))) {
      const answer = await send(route, { ...own, [name]: [own[name] ?? '1', '2'] })
      sent++
      if (answer.statusCode !== 422) wrong.push(`${route.url} ${name}: ${answer.statusCode}`)
    }
  }
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThan(100)
  expect(await fingerprint(house)).toBe(before)
})

test('an upload with another field is refused', async () => {
  const part = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const before = await fingerprint(house)
  const upload = (extra: string) =>
    site.inject({
      method: 'POST',
      url: '/people/import',
      cookies: { [sessionCookie]: odense.coordinator },
      headers: { origin: baseUrl, 'content-type': 'multipart/form-data; boundary=x' },
      payload: `${part('_form', formTokenOf(odense.coordinator))}${part('role', 'mentor')}${part(extra, 'x')}--x\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\ncontent-type: text/csv\r\n\r\nNavn;E-mail\r\nMette;m@example.dk\r\n--x--\r\n`,
    })
  for (const extra of ['municipality', 'id', 'state', 'constructor', '__proto__'])
    expect([extra, (await upload(extra)).statusCode]).toEqual([extra, 422])
  expect(await fingerprint(house)).toBe(before)
  expect((await upload('sheet')).statusCode).toBe(303)
})

/** Whether the route declares the field. */
function formsTake({ fields }: ListedRoute, name: string): boolean {
  return fields.some((field) =>
    field.endsWith('*') ? name.startsWith(field.slice(0, -1)) : field.replace('[]', '') === name,
  )
}

/** The forms of a page: address, field names, and fields that may repeat. */
function formsOf(page: string): { action: string; fields: string[]; twice: string[] }[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes]) => /method="post"/.test(attributes!))
    .map(([, attributes, inner]) => ({
      action: /action="([^"]*)"/.exec(attributes!)?.[1] ?? '',
      fields: [
        ...inner!.matchAll(/<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"/g),
      ].map(([, name]) => name!),
      twice: repeatedIn(
        [...inner!.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
          .map(([input]) => input)
          .filter((input) => !/type="radio"/.test(input))
          .map((input) => /\bname="([^"]+)"/.exec(input)?.[1] ?? ''),
      ),
    }))
}

function repeatedIn(names: string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

test('every form on every page sends only fields that its route accepts', async () => {
  const posts = site.app.inventory.filter(takesForms).map((route) => ({
    route,
    pattern: new RegExp(`^${route.url.replace(/:\w+/g, '[^/]+')}$`),
  }))
  const readers = [undefined, administrator, odense.coordinator, odense.party]
  const wrong: string[] = []
  const seen = new Set<string>()
  for (const session of readers)
    for (const { method, url } of site.app.inventory) {
      if (method !== 'GET' || url.startsWith('/api/') || url.startsWith('/assets/')) continue
      const { target, query } = rows[`GET ${url}`] ?? {}
      const path = url.replace(
        /:\w+|\*/,
        target === undefined ? odense.answerToken : odense[target],
      )
      const shown = await site.get(`${path}?${new URLSearchParams(query?.(odense))}`, session)
      for (const { action, fields, twice } of formsOf(shown.body)) {
        const at = action === '' ? path : action
        const found = posts.find(({ pattern }) => pattern.test(at.split('?')[0]!))
        if (found === undefined) wrong.push(`${url} has a form for ${at}, which takes none`)
        else seen.add(found.route.url)
        for (const name of fields)
          if (found !== undefined && name !== '_form' && !formsTake(found.route, name))
            wrong.push(`${url} sends ${name} to ${found.route.url}`)
        for (const name of twice)
          if (found !== undefined && !found.route.fields.includes(`${name}[]`))
            wrong.push(`${url} sends ${name} twice to ${found.route.url}`)
      }
    }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(40)
})
