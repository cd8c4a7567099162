import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import type { Actor } from '../../../src/context.ts'
import { StatisticsView } from '../../../src/features/reports/schema.ts'
import { validateHtml } from '../../support/html.ts'
import { useHouse } from '../../support/house.ts'
import { odense, openLibrary } from './odense.ts'

const house = useHouse()
const id = '0190f5fe-7c00-7a00-8000-000000000001'
const coordinator: Actor = {
  kind: 'staff',
  id,
  name: 'Mette',
  role: 'coordinator',
  municipality: '0461',
}
const reader: Actor = { kind: 'client', id, scopes: ['stats:read'], municipality: '0461' }
const writer: Actor = { kind: 'client', id, scopes: ['programme:write'], municipality: '0461' }

let app: FastifyInstance
let actor: Actor

beforeAll(async () => {
  app = await buildApp(house.ctx(), readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  // The tests set the actor; authentication is tested with the accounts.
  app.addHook('onRequest', async (request) => {
    request.actor = actor
  })
})
afterAll(() => app?.close())
beforeEach(async () => {
  actor = coordinator
  await odense(house)
})

const year = 'from=2026-01-01&to=2027-01-01'
const get = (url: string, headers = {}) => app.inject({ url, headers })
const statistics = (query = '', headers = {}) =>
  get(`/api/v1/statistics?municipality=0461&${year}${query}`, headers)

function find(answer: { json(): unknown }, measure: string, indicator?: string) {
  const { data } = StatisticsView.parse(answer.json())
  return data.find(
    (entry) => entry.measure === measure && (indicator ?? entry.indicator) === entry.indicator,
  )!
}

describe('GET /api/v1/statistics', () => {
  it('gives a reading client the public numbers, with their names and definitions', async () => {
    actor = reader
    const answer = await statistics()
    expect(answer.statusCode).toBe(200)
    expect(find(answer, 'contacted', 'P3')).toEqual({
      indicator: 'P3',
      measure: 'contacted',
      name: 'Flygtninge, der er skabt kontakt til',
      unit: 'persons',
      value: 10,
    })
    expect(find(answer, 'participating', 'P3').value).toBe(5)
    expect(find(answer, 'selected').value).toBe(5)
    expect(find(answer, 'matchMeetings').value).toBe(1)
    expect(
      find(answer, 'agreements').breakdown?.[0]?.cells.map((c) => [c.category, c.value]),
    ).toEqual([
      ['dansk', 5],
      ['skrive_fortaelling', 5],
    ])
    expect(find(answer, 'participationRate')).toMatchObject({
      value: 0.5,
      numerator: 5,
      denominator: 10,
    })
    expect(find(answer, 'selectionRate')).toMatchObject({
      value: null,
      suppressed: true,
      numerator: null,
      denominator: 6,
    })
    const sexes = find(answer, 'participating', 'P5').breakdown!.find(({ by }) => by === 'sex')!
    for (const cell of sexes.cells) expect(cell).toMatchObject({ value: null, suppressed: true })
    const { meta } = StatisticsView.parse(answer.json())
    expect(meta).toMatchObject({
      municipality: '0461',
      from: '2026-01-01',
      to: '2027-01-01',
      asOf: '2026-11-23',
      audience: 'public',
    })
    expect(Object.keys(meta.definitions)).toContain('P3')
  })

  it('gives coordinators and their programs the internal numbers when they ask', async () => {
    for (const who of [coordinator, writer]) {
      actor = who
      expect(
        find(await statistics(), 'participating', 'P5').breakdown![0]!.cells[0]!.value,
      ).toBeNull()
      const answer = await statistics('&audience=internal')
      const sexes = find(answer, 'participating', 'P5').breakdown!.find(({ by }) => by === 'sex')!
      expect(sexes.cells.map(({ category, value }) => [category, value])).toEqual([
        ['woman', 1],
        ['man', 4],
        ['other', 0],
        ['undisclosed', 0],
      ])
    }
  })

  it('refuses the internal numbers to a client that may only read statistics', async () => {
    actor = reader
    expect((await statistics('&audience=internal')).statusCode).toBe(403)
  })

  it('does not find another municipality than the actor’s', async () => {
    for (const who of [coordinator, reader, writer] as const) {
      actor = { ...who, municipality: '0265' }
      const answer = await statistics()
      expect(answer.statusCode).toBe(404)
      const missing = await get(`/api/v1/statistics?municipality=9999&${year}`)
      expect({ ...answer.json(), instance: '' }).toEqual({ ...missing.json(), instance: '' })
    }
  })

  it('refuses the public, administrators, mentors and other clients', async () => {
    const others: [Actor, number][] = [
      [{ kind: 'public' }, 401],
      [{ kind: 'staff', id, name: 'A', role: 'administrator', municipality: null }, 403],
      [{ kind: 'person', id, municipality: '0461' }, 403],
      [{ kind: 'client', id, scopes: [], municipality: '0461' }, 403],
    ]
    for (const [who, status] of others) {
      actor = who
      expect((await statistics()).statusCode).toBe(status)
      expect((await get(`/report.csv?${year}`)).statusCode).not.toBe(200)
    }
  })

  it.each([
    ['', '/municipality'],
    ['municipality=461&from=2026-01-01&to=2027-01-01', '/municipality'],
    ['municipality=0461&to=2027-01-01', '/from'],
    ['municipality=0461&from=2026-02-30&to=2027-01-01', '/from'],
    ['municipality=0461&from=2026-01-01&from=2026-01-01&to=2027-01-01', '/from'],
    ['municipality=0461&from=2026-01-01&to=2026-01-01', '/to'],
    ['municipality=0461&from=2026-01-02&to=2027-01-01', '/from'],
    [`municipality=0461&${year}&asOf=yesterday`, '/asOf'],
    [`municipality=0461&${year}&audience=all`, '/audience'],
    [`municipality=0461&${year}&as_of=2026-01-01`, '/as_of'],
  ])('says what is wrong with "%s"', async (query, pointer) => {
    const answer = await get(`/api/v1/statistics?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<{ errors: { pointer: string }[] }>().errors[0]!.pointer).toBe(pointer)
  })

  it('answers 304 to a client with the current ETag', async () => {
    const { headers } = await statistics()
    const etag = String(headers.etag)
    const again = await statistics('', { 'if-none-match': `"old", W/${etag}` })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect((await statistics('', { 'if-none-match': '"old"' })).statusCode).toBe(200)
    const english = await statistics('&lang=en', { 'if-none-match': etag })
    expect(english.statusCode).toBe(200)
    expect(find(english, 'contacted', 'P3').name).toBe('Refugees contacted')
    const library = await openLibrary(house, '0461')
    await library.enrol('mentee', await library.person(), [['contacted', '2026-09-01T09:00Z']])
    expect((await statistics('', { 'if-none-match': etag })).statusCode).toBe(200)
  })
})

describe('GET /api/v1/statistics.csv', () => {
  const csv = (query = '') => get(`/api/v1/statistics.csv?municipality=0461&${year}${query}`)

  it('is a table in RFC 4180 format, with a line per number', async () => {
    actor = reader
    const answer = await csv()
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="makker-0461-2026-01-01-2027-01-01.csv"',
    )
    const lines = answer.body.split('\r\n')
    expect(lines[0]).toBe(
      'municipality,from,to,asOf,audience,indicator,measure,name,unit,by,category,categoryName,value,numerator,denominator,suppressed',
    )
    const where = '0461,2026-01-01,2027-01-01,2026-11-23,public'
    expect(lines).toContain(
      `${where},P3,contacted,"Flygtninge, der er skabt kontakt til",persons,,,,10,,,`,
    )
    expect(lines).toContain(
      `${where},P4,participationRate,"Andel af de kontaktede, der deltager",share,,,,0.5,5,10,`,
    )
    expect(lines).toContain(
      `${where},P5,participating,"Flygtninge, der deltager",persons,sex,woman,Kvinder,,,,true`,
    )
  })

  it('is in the format of a Danish spreadsheet when requested', async () => {
    const answer = await csv('&dialect=da-excel&audience=internal')
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(answer.body).toContain(
      '0461;2026-01-01;2027-01-01;2026-11-23;internal;P4;participationRate;Andel af de kontaktede, der deltager;share;;;;0,5;5;10;',
    )
  })

  it('escapes a partner’s name that looks like a formula', async () => {
    const library = await openLibrary(house, '0461')
    const sourcePartnerId = await library.partner('=HYPERLINK("http://example.org")')
    const person = await library.person()
    await library.enrol('mentee', person, [['contacted', '2026-09-01T09:00Z']], { sourcePartnerId })
    for (const dialect of ['rfc4180', 'da-excel']) {
      const { body } = await csv(`&audience=internal&dialect=${dialect}`)
      expect(body).toContain(`"'=HYPERLINK(""http://example.org"")"`)
      expect(body).not.toMatch(/[,;"]=HYPERLINK/)
    }
  })
})

describe('GET /report', () => {
  /** Without the characters that isolate names of other scripts. */
  const read = async (url: string) => {
    const { statusCode, body } = await get(url)
    return { statusCode, body: body.replace(/[\u2066-\u2069]/g, '') }
  }

  it('shows this year to the coordinator, marked as internal', async () => {
    const { statusCode, body } = await read('/report')
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Kvantitativ rapport, Odense</h1>')
    expect(body).toContain('Der er skabt kontakt til 10 flygtninge.')
    expect(body).toContain('5 deltager i projektet: 4 mænd og 1 kvinde.')
    expect(body).toContain('Efter samtaler er 5 mentorer udvalgt.')
    expect(body).toContain('Matchmøde afholdt: 1.')
    expect(body).toContain('report-watermark')
    expect(body).toContain('/report.csv?from=2026-01-01&amp;to=2027-01-01&amp;audience=internal')
  })

  it('shows the public version without the mark and without small numbers', async () => {
    const { body } = await read(`/report?${year}&audience=public`)
    expect(body).toContain('5 deltager i projektet.')
    expect(body).not.toContain('kvinde.')
    expect(body).not.toContain('report-watermark')
    expect(body).toContain('Skjult')
  })

  it.each(['da', 'en', 'ar'])('is valid HTML in %s', async (lang) => {
    for (const audience of ['internal', 'public'])
      expect(
        await validateHtml((await get(`/report?${year}&audience=${audience}&lang=${lang}`)).body),
      ).toEqual([])
  })

  it('shows the form again, filled in, when the period is invalid', async () => {
    const { statusCode, body } = await read('/report?from=2026-05-01&to=2026-04-01')
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Fejl: Kvantitativ rapport, Odense')
    expect(body).toContain('value="2026-05-01"')
    expect(await validateHtml(body)).toEqual([])
    const narrow = await get('/report?from=2026-05-02&to=2026-06-01&audience=public')
    expect(narrow.statusCode).toBe(422)
    expect(narrow.body).toContain('Den offentlige udgave dækker hele måneder.')
  })

  it('is not found for another municipality', async () => {
    actor = { ...coordinator, municipality: '0265' }
    expect((await get(`/report?municipality=0461&${year}`)).statusCode).toBe(404)
    expect((await get(`/report.csv?municipality=0461&${year}`)).statusCode).toBe(404)
    const own = await get('/report')
    expect(own.body).toContain('Kvantitativ rapport, Roskilde')
    expect(own.body).toContain('Der er ikke skabt kontakt til flygtninge i perioden.')
  })

  it('gives the numbers as a file', async () => {
    const { headers, body } = await get(`/report.csv?${year}&dialect=da-excel`)
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain(';internal;P3;contacted;')
  })
})
