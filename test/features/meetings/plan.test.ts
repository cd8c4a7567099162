import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { findTimes } from '../../../src/features/meetings/planning/find-times.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient, aStranger } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  coordinatorOf,
  countRows,
  type Programme,
  wednesday,
} from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const plan = (
  matchIds: string[],
  given: { startsAt?: string; siteId?: string; minutes?: number } = {},
) =>
  planMeeting(house.ctx(programme.coordinator), {
    matchIds,
    siteId: given.siteId ?? programme.siteId,
    startsAt: Temporal.Instant.from(given.startsAt ?? wednesday),
    minutes: given.minutes ?? 60,
  })
const meetings = () => house.db.selectFrom('meeting').selectAll().orderBy('startsAt').execute()

describe('planning a meeting', () => {
  test('puts a pair’s match meeting in the calendar and invites both', async () => {
    const { matchId, mentor, mentee } = await aMatch(house)
    const meetingId = await plan([matchId])
    const [meeting] = await meetings()
    expect(meeting).toMatchObject({
      id: meetingId,
      type: 'match_meeting',
      state: 'scheduled',
      siteId: programme.siteId,
      municipality: '0461',
      sequence: 0,
    })
    expect([meeting?.startsAt.toString(), meeting?.endsAt.toString()]).toEqual([
      '2026-11-25T12:00:00Z',
      '2026-11-25T13:00:00Z',
    ])
    const people = await house.db.selectFrom('participant').select('personId').execute()
    expect(people.map(({ personId }) => personId).sort()).toEqual(
      [mentor.personId, mentee.personId].sort(),
    )
    const mails = await house.db
      .selectFrom('mail')
      .selectAll()
      .where('kind', '=', 'meeting-invitation')
      .execute()
    expect(mails.map(({ personId }) => personId).sort()).toEqual(
      [mentor.personId, mentee.personId].sort(),
    )
    for (const mail of mails) expect(mail).toMatchObject({ subjectId: meetingId, state: 'pending' })
  })

  test('brings several pairs together and invites each person once', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    const pairs = [
      await aMatch(house, { mentor, mentee: await aMentee(house) }),
      await aMatch(house, { mentor, mentee: await aMentee(house) }),
    ]
    await plan([pairs[0]!.matchId, pairs[1]!.matchId, pairs[0]!.matchId])
    expect((await house.db.selectFrom('participant').selectAll().execute()).length).toBe(3)
    expect((await house.db.selectFrom('meetingMatch').selectAll().execute()).length).toBe(2)
  })

  test('makes only the first meeting of a pair its match meeting', async () => {
    const { matchId } = await aMatch(house)
    await plan([matchId])
    await plan([matchId], { startsAt: '2026-11-26T13:00:00+01:00' })
    expect((await meetings()).map(({ type }) => type)).toEqual(['match_meeting', 'meeting'])
  })

  test.each([
    ['outside a participant’s hours', '2026-11-24T13:00:00+01:00'],
    ['running past a participant’s hours', '2026-11-25T16:30:00+01:00'],
  ])('refuses a time %s', async (_, startsAt) => {
    const { matchId } = await aMatch(house)
    const before = await countRows(house)
    await expect(plan([matchId], { startsAt })).rejects.toMatchObject({ type: 'not-free' })
    expect(await countRows(house)).toEqual(before)
  })

  test('refuses a time that overlaps another meeting, and accepts the hour right after', async () => {
    const { matchId } = await aMatch(house)
    await plan([matchId])
    const half = '2026-11-25T13:30:00+01:00'
    await expect(plan([matchId], { startsAt: half })).rejects.toMatchObject({ type: 'taken' })
    await plan([matchId], { startsAt: '2026-11-25T14:00:00+01:00' })
    expect((await meetings()).length).toBe(2)
  })

  test('refuses a past time and the present moment', async () => {
    const { matchId } = await aMatch(house)
    for (const now of ['2026-11-25T12:00:00Z', '2026-11-25T12:00:01Z']) {
      house.clock.set(now)
      await expect(plan([matchId])).rejects.toMatchObject({
        type: 'invalid-input',
        fields: [{ pointer: '/startsAt', code: 'past' }],
      })
    }
  })

  test('refuses a site of another municipality', async () => {
    const other = await aProgramme(house, { municipality: '0265' })
    const { matchId } = await aMatch(house)
    await expect(plan([matchId], { siteId: other.siteId })).rejects.toMatchObject({
      fields: [{ pointer: '/siteId', code: 'choice' }],
    })
  })

  test('refuses a closed match, and does not find another municipality’s', async () => {
    const { matchId } = await aMatch(house)
    const foreign = house.ctx(coordinatorOf('0265'))
    const question = { match: [matchId], minutes: 60 }
    await expect(findTimes(foreign, question)).rejects.toMatchObject({ type: 'not-found' })
    await house.db.updateTable('match').set({ state: 'closed' }).execute()
    await expect(plan([matchId])).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'closed',
    })
  })
})

describe('planning by page and API', () => {
  test.each(oneOf(['da', 'en', 'ar']))(
    'every page of meetings is translated to %s and valid HTML',
    async (lang) => {
      const { matchId, meetingId } = await aMeeting(house, programme)
      const sunday = { hours: [{ day: 7, from: '09:00', to: '12:00' }] }
      const lonely = await aMatch(house, {
        mentor: await aMentor(house, sunday),
        mentee: await aMentee(house),
      })
      house.clock.set('2026-11-25T13:00Z')
      for (const path of [
        '/matches',
        '/meetings',
        '/meetings/new',
        `/meetings/new?match=${matchId}`,
        `/meetings/new?match=${lonely.matchId}`,
        `/meetings/${meetingId}`,
      ]) {
        const sign = path.includes('?') ? '&' : '?'
        const answer = await site.get(
          `${path}${sign}lang=${lang}`,
          await site.enter(await anAccount(house)),
        )
        expect([path, answer.statusCode]).toEqual([path, 200])
        expect(await validateHtml(answer.body)).toEqual([])
      }
    },
  )

  test('shows who cannot come when no time suits both', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const sunday = { name: 'Søndags Mentor', hours: [{ day: 7, from: '09:00', to: '12:00' }] }
    const { matchId } = await aMatch(house, {
      mentor: await aMentor(house, sunday),
      mentee: await aMentee(house),
    })
    const { body } = await site.get(`/meetings/new?match=${matchId}`, coordinator)
    expect(body).toContain('Der er ingen fælles tid')
    expect(body).toMatch(/onsdag.{0,20}Søndags Mentor.{0,9} har ingen ledig tid/)
  })

  test('plans from the form, and shows it again with its errors when it is incomplete', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const { matchId } = await aMatch(house)
    const form = { match: matchId, where: programme.siteId, when: wednesday, minutes: '60' }
    const typed = { day: '2026-11-26', time: '13:00' }
    for (const [field, wrong] of [
      ['when', { when: '' }],
      ['minutes', { minutes: '5' }],
      ['minutes', { minutes: 'en time' }],
      ['where', { where: 'x' }],
      ['when', { when: '2020-01-01T00:00Z' }],
      // A typed time beside a choice: neither is sent to anybody.
      ['when', typed],
      ['typed', { when: 'typed' }],
      ['typed', { ...typed, when: 'typed', time: '' }],
      ['typed', { ...typed, when: 'typed', day: '2027-03-28', time: '02:30' }],
    ] as [string, Record<string, string>][]) {
      const refused = await site.post('/meetings', { ...form, ...wrong }, coordinator)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(`href="#field-${field}"`)
      expect(refused.body).toContain(`id="field-${field}"`)
      expect(await validateHtml(refused.body)).toEqual([])
    }
    expect(await meetings()).toEqual([])
    expect((await site.post('/meetings', form, coordinator)).statusCode).toBe(303)
    const plannedTyped = await site.post(
      '/meetings',
      { ...form, ...typed, when: 'typed' },
      coordinator,
    )
    expect(plannedTyped.statusCode).toBe(303)
    expect((await meetings()).length).toBe(2)
  })

  test('asks which of two equal times is meant, with the first preset', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const { siteId } = programme
    const night = { opens: '00:00', closes: '06:00', staffed: true, day: 7, siteId }
    await house.db
      .insertInto('siteHours')
      .values({ ...night, municipality: '0461' })
      .execute()
    const { matchId } = await aMatch(house)
    const form = { match: matchId, where: siteId, minutes: '30', agreedByPhone: 'on' }
    const typed = { when: 'typed', day: '2027-10-31', time: '02:30' }
    const asked = await site.post('/meetings', { ...form, ...typed }, coordinator)
    expect(asked.statusCode).toBe(422)
    const [first, second] = ['first', 'second'].map((value) =>
      asked.body.indexOf(`value="${value}"`),
    )
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(second!)
    expect(asked.body).toContain('value="2027-10-31"')
    const answer = { ...form, ...typed, occurrence: 'second' }
    expect((await site.post('/meetings', answer, coordinator)).statusCode).toBe(303)
    expect((await meetings()).map(({ startsAt }) => String(startsAt))).toEqual([
      '2027-10-31T01:30:00Z',
    ])
  })

  test('plans by API at a time that the API proposed', async () => {
    const client = await aClient(house, site, programme.coordinator)
    const { matchId } = await aMatch(house)
    const slots = `/meetings/slots?match=${matchId}&siteId=${programme.siteId}`
    const { data, free, weekdaysWithout } = (await client.get(slots)).json()
    expect(data[0]).toEqual({
      startsAt: '2026-11-25T11:00:00Z',
      localStart: '2026-11-25T12:00+01:00',
      reason: 'soonest',
    })
    expect(free[0]).toEqual({ startsAt: '2026-11-25T11:00:00Z', endsAt: '2026-11-25T16:00:00Z' })
    expect(weekdaysWithout.map(({ weekday }: { weekday: number }) => weekday)).toEqual([
      ...[1, 2, 5, 6, 7],
    ])
    const command = { matchIds: [matchId], siteId: programme.siteId, startsAt: data[0].startsAt }
    const planned = await client.post('/meetings', command)
    expect(planned.statusCode).toBe(201)
    expect(planned.json()).toMatchObject({
      type: 'match_meeting',
      state: 'scheduled',
      startsAt: '2026-11-25T11:00:00Z',
      matchIds: [matchId],
    })
    const { id } = planned.json()
    expect((await client.get(`/meetings/${id}`)).json()).toEqual(planned.json())
    expect((await client.get('/meetings')).json().data).toEqual([planned.json()])
    const again = await client.post('/meetings', command)
    expect(again.json()).toMatchObject({ status: 409, type: '/problems/taken' })
    const other = await aClient(house, site, coordinatorOf('0265'))
    expect((await other.get(`/meetings/${id}`)).statusCode).toBe(404)
    expect((await other.post('/meetings', command)).statusCode).toBe(404)
    expect((await aStranger(site).post('/meetings', command)).statusCode).toBe(401)
    expect((await aStranger(site).get(`/meetings/slots?match=${matchId}`)).statusCode).toBe(401)
  })
})
