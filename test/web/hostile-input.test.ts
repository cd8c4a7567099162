import { beforeEach, describe, expect, test } from 'vitest'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { aClient, type Client } from '../support/client.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml } from '../support/html.ts'
import {
  aContact,
  aDraft,
  aMatch,
  aMeeting,
  aMentor,
  anOffer,
  aProgramme,
  countRows,
  menteeForm,
  mentorForm,
} from '../support/people.ts'
import { useFixture } from '../support/municipality.ts'
import { seededRandom } from '../support/random.ts'
import { seed, tries } from '../support/tries.ts'

const house = useHouse()
const site = useSite(house)
const random = seededRandom(seed)

const never: [string, unknown][] = [
  ['an object', { a: 1 }],
  ['a list in a list', [['x']]],
  ['NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['a control character', 'a\u0007b'],
  ['a bidi override', 'a\u202eb'],
  ['far too much', 'å'.repeat(5_000)],
  ['a CPR number', '010190-1234'],
  ['a CPR number without a dash', '0101901234'],
  ['a number too large for anything', 1e300],
  ['a number just past 32 bits', 2_147_483_648],
  ['a negative number', -1],
  ['a broken number', 1.5],
]
const times: [string, unknown][] = [
  ['a day in the year nought', '0000-01-01'],
  ['a moment in the year nought', '0000-01-01T00:00:00Z'],
  ['a moment beyond the calendar', '+275760-09-13T00:00:00Z'],
]
const texts: [string, unknown][] = [
  ...never,
  ['a number', 7],
  ['true', true],
  ['null', null],
  ['a list', ['x']],
  ['nothing', ''],
]
const choices: [string, unknown][] = [
  ...texts,
  ...times,
  ['something else', 'x'],
  ['a method’s name', 'toString'],
  ['a prototype', '__proto__'],
]
const numbers: [string, unknown][] = [
  ...never,
  ['a text', '1'],
  ['true', true],
  ['null', null],
  ['a list', [1]],
  ['nothing', ''],
]
const booleans: [string, unknown][] = [
  ...never,
  ['a text', 'true'],
  ['a number', 1],
  ['null', null],
  ['a list', [true]],
]
const lists: [string, unknown][] = [
  ...never,
  ['a text', 'x'],
  ['a number', 1],
  ['null', null],
  ['true', true],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list of numbers', [1]],
  ['a list of texts', ['x']],
  ['a list without end', Array.from({ length: 500 }, () => 'x')],
]
const optionalLists = lists.filter(([what]) => what !== 'an empty list')
const kinds = { texts, choices, numbers, booleans, lists, optionalLists }

interface Door {
  path: string
  body: Record<string, unknown>
  fields: Record<string, keyof typeof kinds>
}
type Doors = Record<string, (ids: Ids) => Door>
interface Ids {
  enrolment: string
  contact: string
  draft: string
  offer: string
  match: string
  meeting: string
  site: string
}

const who = {
  name: 'texts',
  email: 'texts',
  phone: 'texts',
  locale: 'choices',
  residence: 'choices',
  birthYear: 'numbers',
  sex: 'choices',
  languages: 'lists',
  hours: 'lists',
  meets: 'choices',
  wish: 'choices',
  consent: 'booleans',
  submissionId: 'choices',
} as const
const mentor = {
  ...who,
  offers: 'lists',
  capacity: 'numbers',
  acceptsChildren: 'booleans',
} as const
const mentee = {
  ...who,
  needs: 'lists',
  wantsDanishPractice: 'booleans',
  interpreterAcceptable: 'booleans',
  childrenAlong: 'booleans',
} as const

const doors: Doors = {
  'registering a mentor': () => ({ path: '/mentors', body: mentorForm(), fields: mentor }),
  'registering a mentee': () => ({ path: '/mentees', body: menteeForm(), fields: mentee }),
  'registering a contact': ({ contact }) => ({
    path: `/enrolments/${contact}/registration`,
    body: menteeForm(),
    fields: { name: 'texts', needs: 'lists' },
  }),
  'recording a contact': () => ({
    path: '/contacts',
    body: { name: 'Yusuf', residence: '0461' },
    fields: {
      name: 'texts',
      residence: 'choices',
      partnerId: 'choices',
      sex: 'choices',
      phone: 'texts',
    },
  }),
  'moving somebody': ({ enrolment }) => ({
    path: `/enrolments/${enrolment}/moves`,
    body: { to: 'paused' },
    fields: { to: 'choices', reason: 'texts' },
  }),
  'running the matching': () => ({
    path: '/match-runs',
    body: {},
    fields: { objective: 'choices' },
  }),
  'rejecting a proposal': ({ draft }) => ({
    path: `/proposals/${draft}/rejection`,
    body: { reason: 'De kender hinanden' },
    fields: { reason: 'texts' },
  }),
  'answering a proposal': ({ offer }) => ({
    path: `/proposals/${offer}/answers`,
    body: { party: 'mentor', answer: 'yes' },
    fields: { party: 'choices', answer: 'choices', declineCode: 'choices' },
  }),
  'planning a meeting': ({ match, site }) => ({
    path: '/meetings',
    body: { matchIds: [match], siteId: site, startsAt: '2026-11-26T13:00:00+01:00' },
    fields: {
      matchIds: 'lists',
      siteId: 'choices',
      roomId: 'choices',
      accountId: 'choices',
      place: 'choices',
      startsAt: 'choices',
      localStart: 'choices',
      minutes: 'numbers',
      interpreter: 'booleans',
    },
  }),
  'recording a meeting': ({ meeting }) => ({
    path: `/meetings/${meeting}/record`,
    body: { version: 1, attendance: [] },
    fields: {
      version: 'numbers',
      attendance: 'optionalLists',
      minutes: 'numbers',
      agreements: 'optionalLists',
    },
  }),
  'adding a place': () => ({
    path: '/sites',
    body: { name: 'Hovedbiblioteket', address: 'Torvet 1' },
    fields: { name: 'texts', address: 'texts', vulnerableArea: 'booleans' },
  }),
  'adding a partner': () => ({
    path: '/partners',
    body: { name: 'Røde Kors', type: 'ngo' },
    fields: { name: 'texts', type: 'choices', residence: 'choices' },
  }),
}

async function prepare(): Promise<{ ids: Ids; client: Client }> {
  const programme = await aProgramme(house)
  const { enrolmentId: enrolment } = await aMentor(house)
  const { enrolmentId: contact } = await aContact(house, programme)
  const { proposalId: draft } = await aDraft(house)
  const { proposalId: offer } = await anOffer(house)
  const { matchId: match } = await aMatch(house)
  const { meetingId: meeting } = await aMeeting(house, programme)
  house.clock.set('2026-11-25T13:00Z')
  const client = await aClient(house, site, programme.coordinator)
  return {
    ids: { enrolment, contact, draft, offer, match, meeting, site: programme.siteId },
    client,
  }
}

const fixture = useFixture(house, prepare)
let ids: Ids
let client: Client
beforeEach(() => {
  ;({ ids, client } = fixture.current())
  house.clock.set('2026-11-25T13:00Z')
})

describe.each(Object.entries(doors))('%s with', (_, open) => {
  test('a value of the wrong type is refused at its field, and writes nothing', async () => {
    const { path, body, fields } = open(ids)
    const before = await countRows(house)
    const wrong: string[] = []
    for (const [field, kind] of Object.entries(fields))
      for (const [what, value] of random.shuffle(kinds[kind]).slice(0, tries(40, 6))) {
        const answer = await client.post(path, { ...body, [field]: value })
        const pointers = (answer.json().errors ?? []).map(
          (error: { pointer: string }) => error.pointer,
        )
        const isNamed = pointers.some((pointer: string) => pointer.startsWith(`/${field}`))
        if (answer.statusCode !== 422 || !isNamed)
          wrong.push(`${field}: ${what} → ${answer.statusCode} ${pointers.join()}`)
        if (/\b(0101901234|010190-1234)\b/.test(answer.body))
          wrong.push(`${field}: repeats the CPR`)
      }
    expect(wrong).toEqual([])
    expect(await countRows(house)).toEqual(before)
  })

  test('unknown fields is refused', async () => {
    const { path, body } = open(ids)
    const before = await countRows(house)
    for (const field of [
      'id',
      'state',
      'role',
      'municipality',
      'programmeId',
      'personId',
      'createdAt',
      'created_at',
      'isAdmin',
      'siteID',
      'constructor',
      'prototype',
      'a/b~c',
    ]) {
      const answer = await client.post(path, { ...body, [field]: 'x' })
      const pointer = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
      expect([field, answer.statusCode]).toEqual([field, 422])
      expect(answer.json().errors).toMatchObject([{ pointer, code: 'unknownField' }])
    }
    expect(await countRows(house)).toEqual(before)
  })

  test('a malformed body is refused', async () => {
    const { path, body } = open(ids)
    const before = await countRows(house)
    for (const other of [[], [body], 'text', 7, true, null])
      expect((await client.post(path, other)).statusCode).toBe(422)
    const poisoned = JSON.stringify(body)
      .replace(/^\{/, '{"__proto__":{"role":"x"},')
      .replace(',}', '}')
    for (const [payload, type] of [
      ['{', 'application/json'],
      [poisoned, 'application/json'],
      ['{"a":1}{"b":2}', 'application/json'],
      ['a=1', 'application/x-www-form-urlencoded'],
      ['<a/>', 'application/xml'],
      ['\u0000', 'application/octet-stream'],
    ] as const) {
      const answer = await client.send(path, payload, type)
      expect([payload, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([
        payload,
        true,
      ])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
    expect(await countRows(house)).toEqual(before)
  })
})

describe('an address', () => {
  test.each([
    ['GET', '/proposals/%00'],
    ['GET', '/proposals/1'],
    ['GET', `/proposals/${'0'.repeat(101)}`],
    ['GET', '/meetings/x%27%20or%201=1'],
    ['GET', '/match-runs/undefined'],
    ['GET', '/meetings/slots?match=x'],
    ['GET', '/meetings/slots'],
    ['GET', '/enrolments?role=__proto__'],
    ['GET', '/enrolments?state[]=ready'],
    ['GET', '/proposals?state=draft&state=offered'],
    ['POST', '/proposals/x/approval'],
    ['POST', '/enrolments/%F0%28/moves'],
    ['POST', '/match-runs/x/cancellation'],
  ])('that is malformed is refused: %s %s', async (method, path) => {
    const answer = method === 'GET' ? await client.get(path) : await client.post(path)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})

/** Valid values for both public forms. */
const typed = {
  shownAt: '2026-11-23T08:55:00Z',
  name: 'Mette Holm',
  email: 'mette@example.dk',
  phone: '12 34 56 78',
  residence: '0461',
  birthYear: '1971',
  sex: 'woman',
  'level-da': 'native',
  'extra-language-1': 'am',
  'extra-level-1': 'B2',
  hours: ['3-evening', '5-morning'],
  meets: 'online',
  wish: 'woman',
  consent: 'on',
  submissionId: '0190f5fe-7c00-4a00-8000-000000000001',
  offers: 'dansk',
  needs: 'dansk',
  capacity: '2',
}
const questions = {
  mentor: { offers: 'offers', capacity: 'capacity' },
  mentee: { needs: 'needs' },
  both: {
    name: 'name',
    email: 'email',
    phone: 'phone',
    residence: 'residence',
    birthYear: 'birthYear',
    sex: 'sex',
    'level-da': 'languages',
    'extra-language-1': 'languages',
    'extra-level-1': 'languages',
    hours: 'hours',
    meets: 'meets',
    wish: 'wish',
    submissionId: 'submissionId',
  },
}
const rubbish = [
  'a\u0000b',
  'a\u0007b',
  'a\u202eb',
  '010190-1234',
  'å'.repeat(5_000),
  '-1.5e300\u0000',
  '"><script>alert(1)</script>\u0001',
]

describe.each(['mentor', 'mentee'] as const)('the form of a %s', (role) => {
  test('is shown again as it was typed, with an error at its field', async () => {
    const before = await countRows(house)
    const wrong: string[] = []
    for (const [field, question] of Object.entries({ ...questions.both, ...questions[role] }))
      for (const value of random.shuffle(rubbish).slice(0, tries(10, 3))) {
        const { statusCode, body } = await site.post(`/${role}`, { ...typed, [field]: value })
        const isNamed = body.includes(`href="#field-${question}"`)
        if (statusCode !== 422 || !isNamed)
          wrong.push(`${field}: ${JSON.stringify(value.slice(0, 20))} → ${statusCode}`)
        if (field !== 'name' && !body.includes('value="Mette Holm"'))
          wrong.push(`${field}: name lost`)
        if (field !== 'email' && !body.includes('value="mette@example.dk"'))
          wrong.push(`${field}: email lost`)
        if (field !== 'hours' && !/value="3-evening"\s+checked/.test(body))
          wrong.push(`${field}: hours lost`)
        if (body.includes('<script>alert')) wrong.push(`${field}: a script`)
      }
    expect(wrong).toEqual([])
    expect(await countRows(house)).toEqual(before)
  })

  test('links from every error to its field, in a valid page', async () => {
    // The form's id is not typed by users.
    const { submissionId: _, ...asked } = { ...questions.both, ...questions[role] }
    for (const field of random.shuffle(Object.keys(asked)).slice(0, tries(40, 4))) {
      const { body } = await site.post(`/${role}`, { ...typed, [field]: 'x\u202ex' })
      expect(await validateHtml(body)).toEqual([])
      const targets = [...body.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
      expect(targets.filter((target) => !body.includes(`id="${target}"`))).toEqual([])
    }
  })

  test('shows typed text again, escaped', async () => {
    const name = `<b>"Mette" & 'Ole'</b>`
    const { body } = await site.post(`/${role}`, { ...typed, name, consent: '' })
    expect(body).not.toContain('<b>')
    expect(body).toContain('value="&lt;b&gt;&quot;Mette&quot; &amp; &#39;Ole&#39;&lt;/b&gt;"')
  })

  test('refuses a repeated field', async () => {
    const { statusCode } = await site.post(`/${role}`, { ...typed, name: ['Mette', 'Ole'] })
    expect(statusCode).toBe(422)
    const people = await house.db.selectFrom('person').select('name').execute()
    for (const name of ['Mette', 'Ole'])
      expect(people.map((person) => person.name)).not.toContain(name)
  })
})

describe('a page that gets a malformed form', () => {
  const paths = (): string[] => ['/mentor', '/mentee']
  const colleague = (): string[] => [
    '/people/contacts',
    `/people/${ids.enrolment}/moves`,
    `/people/${ids.contact}/registration`,
    `/proposals/${ids.draft}/reject`,
    `/proposals/${ids.offer}/answers`,
    '/meetings',
    `/meetings/${ids.meeting}/record`,
    '/programme/sites',
    '/programme/partners',
  ]
  const send = (url: string, payload: string | undefined, type: string | undefined) =>
    site.inject({
      method: 'POST',
      url,
      headers: {
        origin: 'http://localhost:3000',
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(payload !== undefined && { payload }),
    })

  test.each([
    ['nothing', undefined, undefined],
    ['an empty form', '', 'application/x-www-form-urlencoded'],
    ['numbers', '{"name":5,"hours":[5]}', 'application/json'],
    ['objects', '{"name":{"trim":1},"hours":{"0":1}}', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a list', '[1]', 'application/json'],
    ['a text', '"x"', 'application/json'],
    ['plain text', 'name=Mette', 'text/plain'],
    [
      'a prototype',
      '__proto__=1&constructor=2&name[]=x&name.a=1',
      'application/x-www-form-urlencoded',
    ],
    ['broken encoding', 'name=%ED%A0%80&email=%F0%28&phone=%', 'application/x-www-form-urlencoded'],
    ['a thousand fields', 'a=1&'.repeat(1_000), 'application/x-www-form-urlencoded'],
    ['a file', '--x\r\n\r\nx\r\n--x--', 'multipart/form-data; boundary=x'],
  ])('refuses %s', async (_, payload, type) => {
    const before = await countRows(house)
    for (const path of paths()) {
      const { statusCode } = await send(path, payload, type)
      expect([path, statusCode >= 400 && statusCode < 500]).toEqual([path, true])
    }
    expect(await countRows(house)).toEqual(before)
  })

  test('shows every form of a coordinator again with its errors', async () => {
    const session = await site.enter(await anAccount(house))
    const before = await countRows(house)
    for (const path of colleague())
      for (const value of random.shuffle(rubbish).slice(0, tries(10, 3))) {
        const names = [
          'name',
          'residence',
          'to',
          'reason',
          'party',
          'answer',
          'match',
          'where',
          'when',
          'minutes',
          'version',
          'attendance',
          'agreement',
          'address',
          'type',
          'sex',
          'phone',
          'partnerId',
        ]
        const form = Object.fromEntries(names.map((name) => [name, value]))
        const { statusCode, body } = await site.post(path, form, session)
        expect([path, value.slice(0, 20), statusCode]).toEqual([path, value.slice(0, 20), 422])
        expect(body).not.toContain('<script>alert')
      }
    expect(await countRows(house)).toEqual(before)
  })
})
