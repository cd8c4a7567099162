import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMatch, aProgramme, type Programme, wednesday, writeMails } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let accountId: string
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  ;({ accountId } = await anAccount(house))
  session = await site.enter({ accountId })
})

const start = Temporal.Instant.from(wednesday)
const plan = (matchIds: string[], startsAt = start) =>
  planMeeting(house.ctx(programme.coordinator), {
    ...{ matchIds, startsAt, siteId: programme.siteId, minutes: 60, accountId: 'none' },
    agreedByPhone: true,
  })
const read = (id: string) =>
  house.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const get = async (path: string) => {
  const page = await site.get(path, session)
  expect([path, page.statusCode]).toEqual([path, 200])
  expect(await validateHtml(page.body)).toEqual([])
  return page.body
}
const post = (path: string, form: Record<string, string | string[]>) =>
  site.post(path, form, session)
const mailed = async () =>
  (await writeMails(house)).map(({ personId, subject }) => ({ personId, subject }))

describe('the list of meetings', () => {
  test('begins with those to record, and goes on page by page', async () => {
    const { matchId } = await aMatch(house)
    const ids: string[] = []
    for (let week = 0; week < 12; week++)
      ids.push(await plan([matchId], start.add({ hours: 24 * 7 * week })))
    house.clock.set(start.add({ hours: 2 }).toString())
    session = await site.enter({ accountId })
    const first = await get('/meetings')
    const places = [ids[0]!, ids[1]!].map((id) => first.indexOf(`/meetings/${id}"`))
    expect(places[0]).toBeGreaterThan(0)
    expect(places[0]).toBeLessThan(places[1]!)
    const seen = new Set(ids.filter((id) => first.includes(`/meetings/${id}"`)))
    expect(seen.size).toBe(11)
    const next = /href="(\/meetings\?show=coming&cursor=[^"]+)"/.exec(first)![1]!
    const second = await get(next)
    expect(ids.filter((id) => second.includes(`/meetings/${id}"`))).toEqual([ids[11]])
    expect((await site.get('/meetings?show=all', session)).statusCode).toBe(404)
  })

  test('records several at which everybody was, and none that has changed since', async () => {
    const pairs = [await aMatch(house), await aMatch(house)]
    const [first, second] = [await plan([pairs[0]!.matchId]), await plan([pairs[1]!.matchId])]
    house.clock.set(start.add({ hours: 2 }).toString())
    session = await site.enter({ accountId })
    expect(
      (await post('/meetings/records', { meeting: [`${first}:1`, `${second}:7`] })).statusCode,
    ).toBe(409)
    expect([(await read(first)).state, (await read(second)).state]).toEqual([
      'scheduled',
      'scheduled',
    ])
    const saved = await post('/meetings/records', { meeting: [`${first}:1`, `${second}:1`] })
    expect(saved.statusCode).toBe(303)
    expect([(await read(first)).state, (await read(second)).state]).toEqual(['held', 'held'])
    expect(await get('/meetings')).not.toContain('Skal noteres')
  })
})

describe('the page of a meeting', () => {
  let meetingId: string
  let pair: Awaited<ReturnType<typeof aMatch>>
  beforeEach(async () => {
    pair = await aMatch(house)
    meetingId = await plan([pair.matchId])
    await writeMails(house)
  })
  const path = () => `/meetings/${meetingId}`

  test('moves it, and keeps what was typed when the time cannot be', async () => {
    const form = await get(`${path()}/move`)
    expect(form).toContain('name="version" value="1"')
    const typed = (day: string, time: string) => ({
      ...{ version: '1', when: 'typed', day, time, minutes: '60', where: programme.siteId },
      ...{ account: 'none', agreedByPhone: 'yes' },
    })
    for (const [day, time, said] of [
      ['2027-03-28', '02:30', 'findes ikke'],
      ['2026-11-23', '08:00', ''],
      ['2026-11-29', '12:00', ''],
    ] as const) {
      const refused = await post(`${path()}/moves`, typed(day, time))
      expect([day, refused.statusCode]).toEqual([day, 422])
      expect(await validateHtml(refused.body)).toEqual([])
      expect(refused.body).toContain(`value="${day}"`)
      expect(refused.body).toContain(said)
    }
    expect((await read(meetingId)).sequence).toBe(0)
    expect((await post(`${path()}/moves`, typed('2026-11-26', '14:00'))).statusCode).toBe(303)
    expect(await read(meetingId)).toMatchObject({ sequence: 1, version: 2 })
    expect((await read(meetingId)).startsAt.toString()).toBe('2026-11-26T13:00:00Z')
    const stale = await post(`${path()}/moves`, typed('2026-11-27', '14:00'))
    expect([stale.statusCode, (await read(meetingId)).version]).toEqual([409, 2])
    expect(await get(path())).toContain('Flyttet')
    house.clock.advance({ minutes: 10 })
    expect((await mailed()).length).toBe(2)
  })

  test('adds a pair and takes it out, and tells nobody else', async () => {
    const other = await aMatch(house)
    await get(`${path()}/pairs`)
    const added = await post(`${path()}/pairs`, { version: '1', matchId: other.matchId })
    expect(added.statusCode).toBe(303)
    house.clock.advance({ minutes: 10 })
    const both = [other.mentor.personId, other.mentee.personId].toSorted()
    expect((await mailed()).map(({ personId }) => personId).toSorted()).toEqual(both)
    expect(await get(path())).toContain('/pairs/removal')
    const { version } = await read(meetingId)
    const removed = { version: String(version), matchId: other.matchId }
    expect((await post(`${path()}/pairs/removal`, removed)).statusCode).toBe(303)
    house.clock.advance({ minutes: 10 })
    expect((await mailed()).map(({ personId }) => personId).toSorted()).toEqual(both)
  })

  test('calls it off with whose wish it was, which only colleagues see', async () => {
    const refused = await post(`${path()}/cancellation`, { version: '1' })
    expect(refused.statusCode).toBe(422)
    expect(await validateHtml(refused.body)).toEqual([])
    const given = { version: '1', by: 'mentee', reason: 'child_care' }
    expect((await post(`${path()}/cancellation`, given)).statusCode).toBe(303)
    expect(await get(path())).toContain('Børnepasning')
    house.clock.advance({ minutes: 10 })
    const mails = await writeMails(house)
    expect(mails.map(({ personId }) => personId).toSorted()).toEqual(
      [pair.mentor.personId, pair.mentee.personId].toSorted(),
    )
    for (const { text } of mails) expect(text).not.toMatch(/Børnepasning|ønske/i)
    expect((await post(`${path()}/cancellation`, given)).statusCode).toBe(409)
  })

  test('says of one that is over that it never was, and mails nobody', async () => {
    house.clock.set(start.add({ hours: 2 }).toString())
    session = await site.enter({ accountId })
    expect(await get(path())).toContain('Mødet blev ikke til noget')
    const given = { version: '1', by: 'mentor', reason: 'ill' }
    expect((await post(`${path()}/cancellation`, given)).statusCode).toBe(303)
    expect(await read(meetingId)).toMatchObject({ state: 'cancelled', cancelledReason: 'ill' })
    house.clock.advance({ minutes: 10 })
    expect(await mailed()).toEqual([])
  })

  test('keeps an answer that came by telephone', async () => {
    const given = { version: '1', personId: pair.mentee.personId, answer: 'no', channel: 'phone' }
    expect((await post(`${path()}/answers`, given)).statusCode).toBe(303)
    expect(await get(path())).toContain('kan ikke')
    const wrong = await post(`${path()}/answers`, { ...given, answer: 'måske' })
    expect(wrong.statusCode).toBe(422)
    expect(await validateHtml(wrong.body)).toEqual([])
  })
})
