import { beforeEach, describe, expect, test } from 'vitest'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { RecordMeeting } from '../../../src/features/meetings/schema.ts'
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
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const record = (meetingId: string, given: object) =>
  recordMeetingOfMatches(house.ctx(programme.coordinator), meetingId, RecordMeeting.parse(given))
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
    await record(meetingId, { outcome: 'held', agreements: [{ matchId, topics }] })
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

  test('records who was absent, and does not activate the match', async () => {
    const { meetingId, matchId, mentee } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId, { outcome: 'held', absentPersonIds: [mentee.personId] })
    const absent = await house.db
      .selectFrom('participant')
      .select('personId')
      .where('attendance', '=', 'absent')
      .execute()
    expect(absent).toEqual([{ personId: mentee.personId }])
    expect((await matchOf(matchId)).state).toBe('accepted')
  })

  test('does not activate the match when no one came', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId, { outcome: 'no_show', agreements: [{ matchId, topics: ['dansk'] }] })
    expect((await meetingOf(meetingId)).state).toBe('no_show')
    expect((await matchOf(matchId)).state).toBe('accepted')
    expect(await agreements()).toEqual([])
    const people = await house.db.selectFrom('participant').select('attendance').execute()
    expect(people).toEqual([{ attendance: 'absent' }, { attendance: 'absent' }])
  })

  test('is refused before the meeting has begun', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set('2026-11-25T11:59:59Z')
    await expect(record(meetingId, { outcome: 'held' })).rejects.toMatchObject({
      type: 'too-early',
    })
    expect((await meetingOf(meetingId)).state).toBe('scheduled')
  })

  test('is refused a second time', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await record(meetingId, { outcome: 'held' })
    await expect(record(meetingId, { outcome: 'no_show' })).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'held',
    })
  })

  test('refuses people who were not invited, and writes nothing', async () => {
    const { meetingId } = await aMeeting(house, programme)
    const stranger = await aMentee(house)
    house.clock.set(begun)
    await expect(
      record(meetingId, { outcome: 'held', absentPersonIds: [stranger.personId] }),
    ).rejects.toMatchObject({ fields: [{ pointer: '/absentPersonIds', code: 'choice' }] })
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
    const absentPersonIds = isOwn ? [mentee.personId] : []
    await expect(
      record(meetingId, { outcome: 'held', absentPersonIds, agreements }),
    ).rejects.toMatchObject({ fields: [{ pointer: '/agreements', code: 'choice' }] })
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
    await record(meetingId, { outcome: 'held', agreements: twice })
    expect((await agreements()).length).toBe(1)
  })

  test('finds no meeting of another municipality', async () => {
    const { meetingId } = await aMeeting(house, programme)
    house.clock.set(begun)
    await expect(
      recordMeetingOfMatches(
        house.ctx(coordinatorOf('0265')),
        meetingId,
        RecordMeeting.parse({ outcome: 'held' }),
      ),
    ).rejects.toMatchObject({ type: 'not-found' })
  })
})

describe('recording by page and API', () => {
  test('accepts the form, and shows it again with its errors when it is invalid', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    house.clock.set(begun)
    const coordinator = await site.enter(await anAccount(house))
    const path = `/meetings/${meetingId}/record`
    const agreement = [`${matchId}:dansk`, `${matchId}:it`]
    const before = await countRows(house)
    for (const [field, wrong] of [
      ['outcome', { outcome: 'great', agreement }],
      ['outcome', { agreement }],
      ['absentPersonIds', { outcome: 'held', absent: 'x', agreement }],
      ['agreements', { outcome: 'held', agreement: [`${matchId}:gossip`] }],
      ['agreements', { outcome: 'held', agreement: ['x'] }],
    ] as const) {
      const refused = await site.post(
        path,
        { ...wrong, agreement: [...wrong.agreement] },
        coordinator,
      )
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(`href="#field-${field}"`)
      expect(refused.body).toContain(`id="field-${field}"`)
      expect(await validateHtml(refused.body)).toEqual([])
    }
    expect(await countRows(house)).toEqual(before)
    expect((await site.post(path, { outcome: 'held', agreement }, coordinator)).statusCode).toBe(
      303,
    )
    const page = await site.get('/matches', coordinator)
    expect(page.body).toContain('Computer og MitID')
    expect(await validateHtml(page.body)).toEqual([])
    const recorded = await site.get(`/meetings/${meetingId}`, coordinator)
    expect(recorded.body).toContain('var med')
    expect(await validateHtml(recorded.body)).toEqual([])
    expect((await site.post(path, { outcome: 'held', agreement }, coordinator)).statusCode).toBe(
      409,
    )
  })

  test('accepts a record by API, and shows the match with its agreements', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    const command = { outcome: 'held', agreements: [{ matchId, topics: ['dansk'] }] }
    const path = `/meetings/${meetingId}/record`
    const client = await aClient(house, site, programme.coordinator)
    expect((await client.post(path, command)).json()).toMatchObject({
      status: 409,
      type: '/problems/too-early',
    })
    house.clock.set(begun)
    expect((await client.post(path, { outcome: 'fine' })).json().errors).toMatchObject([
      { pointer: '/outcome', code: 'choice' },
    ])
    expect((await aStranger(site).post(path, command)).statusCode).toBe(401)
    expect((await client.post(path, command)).statusCode).toBe(204)
    expect((await client.get('/matches')).json().data).toMatchObject([
      { id: matchId, state: 'active', agreements: ['dansk'] },
    ])
  })
})
