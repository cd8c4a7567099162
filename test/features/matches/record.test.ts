import { beforeEach, describe, expect, test } from 'vitest'
import {
  correctMeetingOfMatches,
  recordMeetingOfMatches,
} from '../../../src/features/matches/record-meeting.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { RecordMeeting } from '../../../src/features/meetings/schema.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient, aStranger } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aProgramme,
  coordinatorOf,
  countRows,
  type Programme,
  wednesday,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
  // The question whether to go on has tests of its own.
  await house.db.updateTable('programme').set({ asksToGoOn: false }).execute()
})

interface Given {
  absent?: string[]
  excused?: string[]
  agreements?: { matchId: string; topics: string[] }[]
  version?: number
}

/** The record of a meeting at which all were but those named. */
async function recordOf(meetingId: string, given: Given = {}) {
  const { absent = [], excused = [], agreements = [] } = given
  const people = await house.db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .execute()
  const ids = [...new Set([...people.map(({ personId }) => personId), ...absent])]
  return {
    version: given.version ?? (await meetingOf(meetingId)).version,
    attendance: ids.map((personId) => ({
      personId,
      attendance: absent.includes(personId)
        ? 'absent'
        : excused.includes(personId)
          ? 'absent_excused'
          : 'present',
    })),
    agreements,
  }
}

const by = () => house.ctx(programme.coordinator)
const record = async (meetingId: string, given?: Given) =>
  recordMeetingOfMatches(by(), meetingId, RecordMeeting.parse(await recordOf(meetingId, given)))
const correct = async (meetingId: string, given?: Given) =>
  correctMeetingOfMatches(by(), meetingId, RecordMeeting.parse(await recordOf(meetingId, given)))
const meetingOf = (id: string) =>
  house.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const matchOf = (id: string) =>
  house.db.selectFrom('match').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const agreements = () => house.db.selectFrom('agreement').selectAll().orderBy('topic').execute()
const begun = '2026-11-25T12:00:00Z'

describe('recording a meeting', () => {
  test('makes the match active from the day of the meeting and keeps what was agreed', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    const recorded = '2026-11-27T09:00:00Z'
    house.clock.set(recorded)
    const topics = ['dansk', 'skrive_fortaelling']
    await record(meetingId, { agreements: [{ matchId, topics }] })
    const meeting = await meetingOf(meetingId)
    expect([meeting.state, meeting.recordedAt?.toString()]).toEqual(['held', recorded])
    expect((await matchOf(matchId)).state).toBe('active')
    const episode = await house.db.selectFrom('matchEpisode').selectAll().executeTakeFirstOrThrow()
    expect([episode.activeOn?.toString(), episode.activeRecordedAt?.toString()]).toEqual([
      '2026-11-25',
      recorded,
    ])
    expect((await agreements()).map(({ topic, agreedOn }) => [topic, agreedOn.toString()])).toEqual(
      topics.map((topic) => [topic, '2026-11-25']),
    )
    const people = await house.db.selectFrom('participant').select('attendance').execute()
    expect(people).toEqual([{ attendance: 'present' }, { attendance: 'present' }])
  })

  test.each(['absent', 'excused'] as const)(
    'with one of the only pair %s is a no-show, and does not activate the match',
    async (how) => {
      const { meetingId, matchId, mentee } = await aMeeting(house, programme)
      house.clock.set(begun)
      await record(meetingId, { [how]: [mentee.personId] })
      expect((await meetingOf(meetingId)).state).toBe('no_show')
      expect((await matchOf(matchId)).state).toBe('accepted')
    },
  )

  test('of two pairs was held when both of one were there, and activates that pair only', async () => {
    const pairs = [await aMatch(house), await aMatch(house)]
    const meetingId = await planMeeting(by(), {
      ...{ matchIds: pairs.map(({ matchId }) => matchId), siteId: programme.siteId },
      ...{ startsAt: Temporal.Instant.from(wednesday), minutes: 60 },
    })
    house.clock.set(begun)
    await record(meetingId, { absent: [pairs[0]!.mentor.personId] })
    expect((await meetingOf(meetingId)).state).toBe('held')
    const states = pairs.map(async ({ matchId }) => (await matchOf(matchId)).state)
    expect(await Promise.all(states)).toEqual(['accepted', 'active'])
  })

  test('is refused before the meeting has begun', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set('2026-11-25T11:59:59Z')
    await expect(record(meetingId)).rejects.toMatchObject({
      type: 'too-early',
    })
    expect((await meetingOf(meetingId)).state).toBe('scheduled')
  })

  test('is refused a second time', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId)
    await expect(record(meetingId)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'held',
    })
  })

  test('refuses people who were not invited, and writes nothing', async () => {
    const { meetingId } = await aMeeting(house, programme)
    const stranger = await aMentee(house)
    house.clock.set(begun)
    await expect(record(meetingId, { absent: [stranger.personId] })).rejects.toMatchObject({
      fields: [{ pointer: '/attendance', code: 'choice' }],
    })
    expect((await meetingOf(meetingId)).state).toBe('scheduled')
  })

  test.each([
    ['that was not at the meeting', false],
    ['of whom one was absent', true],
  ])('refuses an agreement of a pair %s, and writes nothing', async (_, isOwn) => {
    const { meetingId, matchId, mentee } = await aMeeting(house, programme)
    const other = await aMatch(house)
    house.clock.set(begun)
    const agreements = [{ matchId: isOwn ? matchId : other.matchId, topics: ['dansk'] }]
    const absent = isOwn ? [mentee.personId] : []
    await expect(record(meetingId, { absent, agreements })).rejects.toMatchObject({
      fields: [{ pointer: '/agreements', code: 'choice' }],
    })
    expect((await meetingOf(meetingId)).state).toBe('scheduled')
    expect(await house.db.selectFrom('agreement').selectAll().execute()).toEqual([])
  })

  test('stores a topic that is named twice only once', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    house.clock.set(begun)
    const twice = [
      { matchId, topics: ['dansk', 'dansk'] },
      { matchId, topics: ['dansk'] },
    ]
    await record(meetingId, { agreements: twice })
    expect((await agreements()).length).toBe(1)
  })

  test('finds no meeting of another municipality', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await expect(
      recordMeetingOfMatches(
        house.ctx(coordinatorOf('0265')),
        meetingId,
        RecordMeeting.parse(await recordOf(meetingId)),
      ),
    ).rejects.toMatchObject({ type: 'not-found' })
  })
})

describe('correcting a record', () => {
  test('adds a record and keeps the first, and the match follows', async () => {
    const { meetingId, matchId, mentee } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId, { agreements: [{ matchId, topics: ['dansk'] }] })
    house.clock.advance({ days: 1 })
    await correct(meetingId, { absent: [mentee.personId] })
    const records = await house.db
      .selectFrom('meetingRecord')
      .select(['outcome', 'recordedAt', 'recordedBy'])
      .orderBy('recordedAt')
      .execute()
    const recordedBy = `staff:${programme.coordinator.id}`
    expect(records.map((one) => ({ ...one, recordedAt: one.recordedAt.toString() }))).toEqual([
      { outcome: 'held', recordedAt: begun, recordedBy },
      { outcome: 'no_show', recordedAt: '2026-11-26T12:00:00Z', recordedBy },
    ])
    expect((await meetingOf(meetingId)).state).toBe('no_show')
    expect((await matchOf(matchId)).state).toBe('accepted')
    expect(await agreements()).toEqual([])
    await correct(meetingId, { agreements: [{ matchId, topics: ['it'] }] })
    expect((await matchOf(matchId)).state).toBe('active')
    expect((await agreements()).map(({ topic }) => topic)).toEqual(['it'])
  })

  test('is refused before there is a record, and when the record changed meanwhile', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await expect(correct(meetingId)).rejects.toMatchObject({ type: 'state-conflict' })
    await record(meetingId)
    const { version } = await meetingOf(meetingId)
    await correct(meetingId, { version })
    await expect(correct(meetingId, { version })).rejects.toMatchObject({
      type: 'stale',
      state: 'held',
    })
  })

  test('counts somebody who has been erased since as they were recorded', async () => {
    const { meetingId, mentor, mentee } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId)
    await erasePerson(by(), mentee.enrolmentId)
    await correctMeetingOfMatches(by(), meetingId, {
      attendance: [{ personId: mentor.personId, attendance: 'present' }],
      agreements: [],
    })
    expect((await meetingOf(meetingId)).state).toBe('held')
  })
})

describe('recording by page and API', () => {
  test('accepts the form, and shows it again with its errors when it is invalid', async () => {
    const { meetingId, matchId, mentor, mentee } = await aMeeting(house, programme)
    house.clock.set(begun)
    const coordinator = await site.enter(await anAccount(house))
    const path = `/meetings/${meetingId}/record`
    const agreement = [`${matchId}:dansk`, `${matchId}:it`]
    const attendance = [mentor, mentee].map(({ personId }) => `${personId}:present`)
    const version = '1'
    const before = await countRows(house)
    for (const [field, wrong] of [
      ['attendance', { attendance: [`${mentor.personId}:late`] }],
      ['attendance', { attendance: [`${mentor.personId}:present`] }],
      ['attendance', { attendance: [...attendance, attendance[0]!] }],
      ['minutes', { minutes: 'long' }],
      ['agreements', { agreement: [`${matchId}:gossip`] }],
      ['agreements', { agreement: ['x'] }],
    ] as [string, Record<string, string | string[]>][]) {
      const form: Record<string, string | string[]> = { version, attendance, agreement }
      const refused = await site.post(path, { ...form, ...wrong }, coordinator)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(`href="#field-${field}"`)
      expect(refused.body).toContain(`id="field-${field}"`)
      expect(await validateHtml(refused.body)).toEqual([])
    }
    expect(await countRows(house)).toEqual(before)
    const form = { version, attendance, agreement }
    expect((await site.post(path, form, coordinator)).statusCode).toBe(303)
    const page = await site.get('/matches', coordinator)
    expect(page.body).toContain('Computer og MitID')
    expect(await validateHtml(page.body)).toEqual([])
    const recorded = await site.get(`/meetings/${meetingId}`, coordinator)
    expect(recorded.body).toContain('var med')
    expect(await validateHtml(recorded.body)).toEqual([])
    expect((await site.post(path, form, coordinator)).statusCode).toBe(409)
    const corrected = { ...form, version: '2' }
    const correction = `/meetings/${meetingId}/correction`
    expect((await site.post(correction, corrected, coordinator)).statusCode).toBe(303)
    expect((await site.post(correction, corrected, coordinator)).statusCode).toBe(409)
  })

  test('accepts a record by API, and shows the match with its agreements', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    const command = await recordOf(meetingId, { agreements: [{ matchId, topics: ['dansk'] }] })
    const path = `/meetings/${meetingId}/record`
    const client = await aClient(house, site, programme.coordinator)
    expect((await client.post(path, command)).json()).toMatchObject({
      status: 409,
      type: '/problems/too-early',
    })
    house.clock.set(begun)
    expect((await client.post(path, { version: 1 })).json().errors).toMatchObject([
      { pointer: '/attendance', code: 'required' },
    ])
    expect((await aStranger(site).post(path, command)).statusCode).toBe(401)
    expect((await client.post(path, command)).statusCode).toBe(204)
    expect((await client.get('/matches')).json().data).toMatchObject([
      { id: matchId, state: 'active', agreements: ['dansk'] },
    ])
    expect((await client.get(`/meetings/${meetingId}`)).json()).toMatchObject({
      ...{ state: 'held', version: 2 },
      participants: [{ attendance: 'present' }, { attendance: 'present' }],
    })
    expect((await client.post(path, command)).json().state).toBe('held')
  })
})
