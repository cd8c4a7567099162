import { beforeEach, describe, expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient, type Client } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMeeting, aProgramme, type Programme } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let client: Client
beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, programme.coordinator)
})

const path = (of: 'hours' | 'rooms') => `/sites/${programme.siteId}/${of}`
const tuesday = { day: 2, opens: '10:00', closes: '16:00', staffed: true }

describe('the hours and rooms of a site by API', () => {
  test('begin as the usual ones that nobody has confirmed', async () => {
    const { version, confirmed, weekly, days } = (await client.get(path('hours'))).json()
    expect({ version, confirmed, days }).toEqual({ version: 1, confirmed: false, days: [] })
    expect(weekly).toHaveLength(6)
    expect(weekly[5]).toEqual({ day: 6, opens: '10:00', closes: '14:00', staffed: true })
  })

  test('are replaced whole by whoever saw the version that is there', async () => {
    const days = [
      { day: '2026-12-24', opens: false },
      { day: '2026-12-26', opens: true },
    ]
    const hours = { version: 1, weekly: [tuesday], days }
    const put = await client.put(path('hours'), hours)
    expect([put.statusCode, put.json()]).toEqual([
      200,
      { version: 2, confirmed: true, weekly: [tuesday], days },
    ])
    const stale = await client.put(path('hours'), { ...hours, weekly: [] })
    expect(stale.json()).toMatchObject({ status: 409, type: '/problems/stale', state: '2' })
    expect((await client.put(path('rooms'), { version: 1, rooms: [] })).statusCode).toBe(409)
    expect((await client.get(path('hours'))).json()).toEqual(put.json())
  })

  test.each([
    ['weekly', { weekly: [{ ...tuesday, closes: '10:00' }] }],
    ['weekly', { weekly: [{ ...tuesday, day: 8 }] }],
    ['weekly', { weekly: [{ ...tuesday, opens: '10:10' }] }],
    ['weekly', { weekly: [tuesday, { ...tuesday, opens: '15:45', closes: '18:00' }] }],
    ['days', { days: [{ day: '2026-02-30', opens: false }] }],
    ['days', { days: [1, 2].map(() => ({ day: '2026-12-24', opens: false })) }],
  ])('are refused at /%s', async (field, wrong) => {
    const answer = await client.put(path('hours'), { version: 1, weekly: [], days: [], ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toMatch(new RegExp(`^/${field}`))
  })

  test('rooms keep their id when renamed, may swap names, and leave theirs when removed', async () => {
    const names = async (answer: { json(): { rooms: { id: string; name: string }[] } }) =>
      answer.json().rooms.map(({ name }) => name)
    const added = await client.put(path('rooms'), {
      version: 1,
      rooms: [{ name: 'Lokale 1' }, { name: 'Lokale 2' }],
    })
    const [one, two] = added.json().rooms as { id: string; name: string }[]
    const swapped = await client.put(path('rooms'), {
      version: 2,
      rooms: [
        { id: one!.id, name: two!.name },
        { id: two!.id, name: one!.name },
      ],
    })
    expect(swapped.json().rooms).toEqual([
      { id: two!.id, name: 'Lokale 1' },
      { id: one!.id, name: 'Lokale 2' },
    ])
    const rooms = [{ id: one!.id, name: 'Lokale 2' }, { name: 'lokale 1' }]
    expect(await names(await client.put(path('rooms'), { version: 3, rooms }))).toEqual([
      ...['Lokale 2', 'lokale 1'],
    ])
    const twice = [{ name: 'Sal' }, { name: 'SAL' }]
    const repeated = await client.put(path('rooms'), { version: 4, rooms: twice })
    expect(repeated.json().errors).toMatchObject([{ pointer: '/rooms', code: 'repeated' }])
    const foreign = await client.put(path('rooms'), {
      version: 4,
      rooms: [{ id: programme.siteId, name: 'Sal' }],
    })
    expect(foreign.json().errors).toMatchObject([{ pointer: '/rooms/0/id', code: 'choice' }])
  })

  test('a room that is booked for a coming meeting stays until that is over', async () => {
    const rooms = [{ name: 'Lokale 1' }]
    const [room] = (await client.put(path('rooms'), { version: 1, rooms })).json().rooms
    const { meetingId } = await aMeeting(house, programme)
    await house.db
      .updateTable('booking')
      .set({ kind: 'room', holder: room.id })
      .where('id', 'in', (eb) =>
        eb.selectFrom('booking').select('id').where('meetingId', '=', meetingId).limit(1),
      )
      .execute()
    const none = { version: 2, rooms: [] }
    const refused = await client.put(path('rooms'), none)
    expect(refused.json()).toMatchObject({
      status: 409,
      errors: [{ pointer: '/rooms', code: 'roomBooked' }],
    })
    house.clock.set('2026-11-25T14:00Z')
    expect((await client.put(path('rooms'), none)).statusCode).toBe(200)
  })
})

describe('the pages of places', () => {
  test.each(oneOf(['da', 'en', 'ar']))('are translated to %s and valid HTML', async (lang) => {
    const session = await site.enter(await anAccount(house))
    for (const page of ['', `/${programme.siteId}`]) {
      const answer = await site.get(`/programme/places${page}?lang=${lang}`, session)
      expect([page, answer.statusCode]).toEqual([page, 200])
      expect(await validateHtml(answer.body)).toEqual([])
    }
  })

  test('take hours as they are typed, and say that nobody has confirmed them until then', async () => {
    const session = await site.enter(await anAccount(house))
    const notConfirmed = 'Ingen har bekræftet tiderne endnu'
    expect((await site.get('/programme/places', session)).body).toContain(notConfirmed)
    const at = `/programme/places/${programme.siteId}`
    const form = {
      version: '1',
      'staffed-2': '10-13, 14-18.30',
      'open-2': '8–10',
      closeFrom: '2026-12-23',
      closeTo: '2026-12-24',
      opens: ['2026-12-26'],
    }
    expect((await site.post(`${at}/hours`, form, session)).statusCode).toBe(303)
    expect((await client.get(path('hours'))).json()).toEqual({
      version: 2,
      confirmed: true,
      weekly: [
        { day: 2, opens: '08:00', closes: '10:00', staffed: false },
        { day: 2, opens: '10:00', closes: '13:00', staffed: true },
        { day: 2, opens: '14:00', closes: '18:30', staffed: true },
      ],
      days: [
        { day: '2026-12-23', opens: false },
        { day: '2026-12-24', opens: false },
        { day: '2026-12-26', opens: true },
      ],
    })
    const page = (await site.get(at, session)).body
    expect(page).toContain('value="10–13, 14–18.30"')
    expect((await site.get('/programme/places', session)).body).not.toContain(notConfirmed)
    // Unticking a closed day opens it again; a form of an old version changes nothing.
    const opened = { ...form, version: '2', closed: ['2026-12-24'], closeFrom: '', closeTo: '' }
    expect((await site.post(`${at}/hours`, opened, session)).statusCode).toBe(303)
    expect((await site.post(`${at}/hours`, form, session)).statusCode).toBe(409)
    const { days } = (await client.get(path('hours'))).json()
    expect(days.map(({ day }: { day: string }) => day)).toEqual(['2026-12-24', '2026-12-26'])
  })

  test('show a refused form again as it was typed, with the error at its day', async () => {
    const session = await site.enter(await anAccount(house))
    const at = `/programme/places/${programme.siteId}`
    for (const [form, field] of [
      [{ 'staffed-3': '10 til 18' }, 'staffed-3'],
      [{ 'open-4': '18-10' }, 'open-4'],
      [{ 'staffed-1': '10-18', closeFrom: '2026-12-24', closeTo: '2026-12-23' }, 'closing'],
      [{ 'staffed-1': '', closeFrom: 'i morgen' }, 'closing'],
    ] as [Record<string, string>, string][]) {
      const refused = await site.post(`${at}/hours`, { version: '1', ...form }, session)
      expect([form, refused.statusCode]).toEqual([form, 422])
      expect(refused.body).toContain(`href="#field-${field}"`)
      expect(refused.body).toContain(`id="field-${field}"`)
      expect(refused.body).toContain(`value="${Object.values(form)[0]}"`)
      expect(await validateHtml(refused.body)).toEqual([])
    }
    const rooms = { version: '1', 'newRoom-1': 'Sal', 'newRoom-2': 'sal' }
    const refused = await site.post(`${at}/rooms`, rooms, session)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#field-rooms"')
    expect(await validateHtml(refused.body)).toEqual([])
  })

  test('list the planned meetings that changed hours no longer cover', async () => {
    const session = await site.enter(await anAccount(house))
    const { meetingId } = await aMeeting(house, programme)
    const listed = async () =>
      (await site.get('/programme/places', session)).body.includes(`/meetings/${meetingId}`)
    expect(await listed()).toBe(false)
    // It is on Wednesday from 13 to 14, a match meeting.
    for (const [staffed, isOutside] of [
      ['10-14', false],
      ['10-13.45', true],
    ] as const) {
      const { version } = (await client.get(path('hours'))).json()
      const form = { version: String(version), 'staffed-3': staffed, 'open-3': '14-20' }
      await site.post(`/programme/places/${programme.siteId}/hours`, form, session)
      expect([staffed, await listed()]).toEqual([staffed, isOutside])
    }
    house.clock.set('2026-11-25T12:00Z')
    expect(await listed()).toBe(false)
  })

  test('keep the link for meetings online, over TLS only', async () => {
    const session = await site.enter(await anAccount(house))
    const post = (meetingLink: string) =>
      site.post('/programme/places', { meetingLink, meetsElsewhere: 'on' }, session)
    for (const wrong of ['http://meet.example/x', 'javascript:alert(1)', 'meet.example']) {
      const refused = await post(wrong)
      expect([wrong, refused.statusCode]).toEqual([wrong, 422])
      expect(refused.body).toContain('href="#field-meetingLink"')
    }
    expect((await post('https://meet.example/odense')).statusCode).toBe(303)
    const programmes = house.db.selectFrom('programme').select(['meetingLink', 'meetsElsewhere'])
    expect(await programmes.execute()).toEqual([
      { meetingLink: 'https://meet.example/odense', meetsElsewhere: true },
    ])
    expect((await post('')).statusCode).toBe(303)
    expect(await programmes.execute()).toMatchObject([{ meetingLink: null }])
  })
})
