import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { locales } from '../../src/locales/locale.ts'
import { translate } from '../../src/locales/translate.ts'
import { Problem, type ProblemType, problems } from '../../src/problems.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml } from '../support/html.ts'
import { aMentee, aMentor, anOffer, aProgramme, linkIn, writeMails } from '../support/people.ts'
import { oneOf } from '../support/tries.ts'

const house = useHouse()
const site = useSite(house)
const types = Object.keys(problems) as ProblemType[]

/** Data as a driver puts it into its errors. */
const secret = 'Kanarie kanarie@example.dk'
const databaseError = (code: string) =>
  Object.assign(new Error(`insert into "person" values ('${secret}')`), {
    code,
    detail: `Key (email)=(${secret}) already exists.`,
    where: secret,
    parameters: [secret],
  })

/** An app that refuses on request, and its log. */
let app: Awaited<ReturnType<typeof buildApp>>
const log: string[] = []
beforeAll(async () => {
  app = await buildApp(house.ctx(), readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' }))
  const stream = Object.getOwnPropertySymbols(app.log).find(
    ({ description }) => description === 'pino.stream',
  )!
  Object.assign(app.log, { [stream]: { write: (line: string) => log.push(line) } })
  for (const prefix of ['', '/api'])
    app.get(`${prefix}/refusal/:type`, { config: { policy: 'public' } }, async (request) => {
      const { type } = request.params as { type: string }
      if (type in problems) throw new Problem(type as ProblemType)
      throw type === 'internal' ? new TypeError(secret) : databaseError(type)
    })
  await app.ready()
  return () => app.close()
})
beforeEach(() => {
  log.length = 0
})

describe('a refusal', () => {
  test.each(types)('%s has its status, texts and page in its language', async (type) => {
    for (const lang of oneOf(locales, types.indexOf(type))) {
      const t = translate(lang)
      const title = t.dynamic(`problem.${type}.title` as Parameters<typeof t>[0])
      const answer = await app.inject(`/api/refusal/${type}?lang=${lang}`)
      expect(answer.statusCode).toBe(problems[type])
      expect(answer.headers['content-type']).toContain('application/problem+json')
      const problem = answer.json()
      expect(problem).toMatchObject({
        type: `/problems/${type}`,
        title,
        status: problems[type],
        instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
      })
      expect(problem.detail.length).toBeGreaterThan(10)
      const explanation = await app.inject(`${problem.type}?lang=${lang}`)
      expect(explanation.statusCode).toBe(200)
      expect(explanation.body).toContain(`<h1>${title}</h1>`)
      expect(await validateHtml(explanation.body)).toEqual([])
      const page = await app.inject(`/refusal/${type}?lang=${lang}`)
      if (type === 'sign-in-required') {
        expect(page.statusCode).toBe(303)
        continue
      }
      expect(page.statusCode).toBe(problems[type])
      expect(page.body).toContain(`<h1>${title}</h1>`)
      expect(await validateHtml(page.body)).toEqual([])
    }
  })

  test('has no page for an unknown type', async () => {
    for (const type of ['nothing', '__proto__', 'constructor', 'toString'])
      expect((await app.inject(`/problems/${type}`)).statusCode).toBe(404)
    expect((await app.inject('/problems/internal')).statusCode).toBe(200)
  })

  test('has the headers retry-after and www-authenticate', async () => {
    const busy = await app.inject('/api/refusal/unavailable')
    expect(busy.headers['retry-after']).toBe('5')
    const stranger = await app.inject('/api/refusal/sign-in-required')
    expect(stranger.headers['www-authenticate']).toBe('Bearer')
  })

  test('is JSON under /api and a page elsewhere, also for unknown addresses', async () => {
    const api = await app.inject('/api/v1/nothing')
    expect([api.statusCode, api.json().type]).toEqual([404, '/problems/not-found'])
    const page = await app.inject('/nothing')
    expect(page.statusCode).toBe(404)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(await validateHtml(page.body)).toEqual([])
  })
})

describe('an error of the database', () => {
  test.each([
    ['22021', 'invalid-input'],
    ['22P02', 'invalid-input'],
    ['22P05', 'invalid-input'],
    ['22003', 'invalid-input'],
    ['22008', 'invalid-input'],
    ['23502', 'invalid-input'],
    ['23503', 'invalid-input'],
    ['23514', 'invalid-input'],
    ['23505', 'already-exists'],
    ['23P01', 'taken'],
    ['42501', 'not-found'],
    ['40001', 'unavailable'],
    ['40P01', 'unavailable'],
    ['53300', 'unavailable'],
    ['57P01', 'unavailable'],
    ['08006', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['42P01', 'internal'],
    ['internal', 'internal'],
  ])('with code %s becomes %s, without its message', async (code, type) => {
    for (const path of [`/api/refusal/${code}`, `/refusal/${code}`]) {
      const answer = await app.inject(path)
      const status = type === 'internal' ? 500 : problems[type as ProblemType]
      expect(answer.statusCode).toBe(status)
      expect(answer.body).not.toMatch(/Kanarie|kanarie|insert into|person"/)
      if (path.startsWith('/api')) expect(answer.json().type).toBe(`/problems/${type}`)
    }
    expect(log.join('')).not.toMatch(/Kanarie|kanarie|insert into/)
    if (type === 'internal') expect(log.join('')).toContain('unexpected error')
  })

  test('is in the log under the request id of the answer', async () => {
    const { instance } = (await app.inject('/api/refusal/internal')).json()
    const line = log.map((text) => JSON.parse(text)).find(({ level }) => level === 50)
    expect(line).toMatchObject({ reqId: instance, name: 'TypeError' })
    expect(line.stack).toContain('problems.test.ts')
  })
})

describe('the log', () => {
  test('has routes, never addresses, queries, tokens, names or mail', async () => {
    await aProgramme(house)
    const mentor = await aMentor(house, { email: 'kanarie@example.dk', name: 'Kanarie Fugl' })
    await anOffer(house, { mentor, mentee: await aMentee(house) })
    const link = linkIn(
      (await writeMails(house)).find((mail) => mail.personId === mentor.personId)!,
    )
    const origin = 'http://localhost:3000'
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' }
    await app.inject(link)
    await app.inject({ method: 'POST', url: link, headers: form, payload: 'answer=maybe' })
    await app.inject({ method: 'POST', url: link, headers: form, payload: 'answer=yes' })
    await app.inject({
      url: '/people?name=kanarie',
      headers: { authorization: 'Bearer kanarie.a.b' },
    })
    await app.inject({
      method: 'POST',
      url: '/mentor',
      headers: form,
      payload: 'name=Kanarie&email=kanarie%40example.dk',
    })
    await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: form,
      payload: 'email=kanarie%40example.dk&password=kanarie-kanarie',
    })
    await app.inject('/kanarie?kanarie=1')
    const written = log.join('')
    expect(written).toContain('/answer/:token')
    expect(written).not.toMatch(/kanarie/i)
    expect(written).not.toContain(link.split('/').at(-1))
  })
})

describe('the language of an answer', () => {
  const titleIn = async (headers: Record<string, string>, query = '') => {
    const { body } = await site.inject({ url: `/mentor${query}`, headers })
    return /<html lang="(\w+)" dir="(\w+)">/.exec(body)?.slice(1)
  }
  test.each([
    [{}, 'da'],
    [{ 'accept-language': 'ar' }, 'ar'],
    [{ 'accept-language': 'ar-SY,ar;q=0.9,en;q=0.5' }, 'ar'],
    [{ 'accept-language': 'sv,en-GB;q=0.8' }, 'en'],
    [{ 'accept-language': 'xx' }, 'da'],
    [{ 'accept-language': '*' }, 'da'],
    [{ 'accept-language': ',;;q=x,\u00ff' }, 'da'],
    [{ 'accept-language': 'a'.repeat(10_000) }, 'da'],
    [{ cookie: 'language=ar' }, 'ar'],
    [{ cookie: 'language=toString', 'accept-language': 'en' }, 'en'],
  ])('for %j is %s', async (headers, lang) => {
    expect(await titleIn(headers as Record<string, string>)).toEqual([
      lang,
      lang === 'ar' ? 'rtl' : 'ltr',
    ])
  })

  test('is set by ?lang=, and remembered', async () => {
    const answer = await site.inject({ url: '/mentor?lang=ar', headers: { cookie: 'language=en' } })
    expect(answer.body).toContain('<html lang="ar" dir="rtl">')
    expect(answer.cookies).toMatchObject([{ name: 'language', value: 'ar', httpOnly: true }])
    for (const wrong of ['xx', '__proto__', ''])
      expect(await titleIn({}, `?lang=${wrong}`)).toEqual(['da', 'ltr'])
    expect(await titleIn({}, '?lang=ar&lang=en')).toEqual(['da', 'ltr'])
  })
})
