import { beforeEach, describe, expect, test } from 'vitest'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import type { QuestionKind } from '../../../src/db/types.ts'
import { useSite } from '../../support/app.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aPastMeeting, aRunningPair, type RunningPair } from '../../support/pairs.ts'
import { aProgramme, countRows, linkIn, writeMails } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let pair: RunningPair
beforeEach(async () => {
  house.clock.set('2026-11-02T09:00Z')
  pair = await aRunningPair(house, await aProgramme(house), '2026-11-02')
  await writeMails(house)
})

/** The duties of the night before a day, and the mails that have left by noon. */
async function dayOf(day: string) {
  house.clock.set(`${day}T05:00Z`)
  await work(house, ['ask-outcomes', 'ask-months', 'make-checks'])
  house.clock.set(`${day}T12:00Z`)
  return writeMails(house)
}
const planned = (startsAt: string) =>
  aPastMeeting(house, pair, startsAt, {
    ...{ state: 'scheduled', mentor: 'unknown', mentee: 'unknown' },
  })
const questions = () =>
  house.db
    .selectFrom('question')
    .select(['kind', 'personId', 'answer', 'withdrawnAt'])
    .orderBy('askedAt')
    .execute()
const openTasks = async () =>
  (
    await house.db
      .selectFrom('task')
      .select('kind')
      .where('doneAt', 'is', null)
      .where('kind', 'in', ['meeting_unrecorded', 'pair_not_well'])
      .execute()
  ).map(({ kind }) => kind)

describe('a meeting that nobody recorded', () => {
  test('is asked about at nine the next day, after seven days, and then becomes a task', async () => {
    const meetingId = await planned('2026-11-05T15:00Z')
    expect(await dayOf('2026-11-05')).toEqual([])
    house.clock.set('2026-11-06T05:00Z')
    await work(house, ['ask-outcomes'])
    const [mail] = await house.db
      .selectFrom('mail')
      .select('dueAt')
      .where('kind', '=', 'meeting-outcome')
      .execute()
    expect(mail!.dueAt.toString()).toBe('2026-11-06T08:00:00Z')
    const [asked, ...others] = await dayOf('2026-11-06')
    expect(others).toEqual([])
    expect(asked).toMatchObject({ personId: pair.mentor.personId, calendars: [] })
    expect(await dayOf('2026-11-12')).toEqual([])
    expect(await dayOf('2026-11-13')).toHaveLength(1)
    expect(await openTasks()).toEqual([])
    expect(await dayOf('2026-11-14')).toEqual([])
    expect(await openTasks()).toEqual(['meeting_unrecorded'])
    const link = linkIn(asked!)
    expect((await site.post(link, { outcome: 'only-self' })).statusCode).toBe(303)
    expect(await openTasks()).toEqual([])
    const people = await house.db
      .selectFrom('participant')
      .select(['personId', 'attendance'])
      .where('meetingId', '=', meetingId)
      .execute()
    expect(people).toContainEqual({ personId: pair.mentor.personId, attendance: 'present' })
    expect(people).toContainEqual({ personId: pair.mentee.personId, attendance: 'absent' })
    const { state } = await house.db
      .selectFrom('meeting')
      .select('state')
      .where('id', '=', meetingId)
      .executeTakeFirstOrThrow()
    expect(state).toBe('no_show')
    // Saying it again changes nothing; saying something else is for the coordinator.
    const before = await countRows(house)
    expect((await site.post(link, { outcome: 'only-self' })).statusCode).toBe(303)
    expect((await site.post(link, { outcome: 'both' })).statusCode).toBe(409)
    expect(await countRows(house)).toEqual(before)
  })

  test('is not asked about once somebody has recorded it, and the link says so', async () => {
    const meetingId = await planned('2026-11-05T15:00Z')
    const [asked] = await dayOf('2026-11-06')
    await house.db
      .updateTable('meeting')
      .set({ state: 'held', recordedAt: house.clock.now(), recordedBy: 'system' })
      .where('id', '=', meetingId)
      .execute()
    expect((await site.get(linkIn(asked!))).statusCode).toBe(410)
    await dayOf('2026-11-07')
    expect((await questions()).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true])
  })

  test.each([
    ['off-self', 'mentor'],
    ['off-other', 'mentee'],
  ] as const)(
    'is called off afterwards by the answer %s, and nobody is told',
    async (outcome, side) => {
      const meetingId = await planned('2026-11-05T15:00Z')
      const [asked] = await dayOf('2026-11-06')
      const link = linkIn(asked!)
      expect((await site.post(link, { outcome })).statusCode).toBe(303)
      const meeting = await house.db
        .selectFrom('meeting')
        .select(['state', 'cancelledSide', 'cancelledReason', 'noticeHours'])
        .where('id', '=', meetingId)
        .executeTakeFirstOrThrow()
      expect(meeting).toEqual({
        ...{ state: 'cancelled', cancelledSide: side, cancelledReason: 'other', noticeHours: null },
      })
      expect(await writeMails(house)).toEqual([])
      const before = await countRows(house)
      expect((await site.post(link, { outcome })).statusCode).toBe(303)
      expect((await site.post(link, { outcome: 'both' })).statusCode).toBe(409)
      expect(await countRows(house)).toEqual(before)
      expect((await site.get(link)).statusCode).toBe(200)
    },
  )

  test('that a colleague calls off is not asked about any more, neither by the link nor by mail nor as a task', async () => {
    const meetingId = await planned('2026-11-05T15:00Z')
    const [asked] = await dayOf('2026-11-06')
    await dayOf('2026-11-13')
    await dayOf('2026-11-14')
    expect(await openTasks()).toEqual(['meeting_unrecorded'])
    const by = house.ctx(pair.programme.coordinator)
    await cancelMeeting(by, meetingId, { by: 'mentee', reason: 'ill' })
    expect(await openTasks()).toEqual([])
    expect((await questions()).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true])
    for (const lang of ['da', 'en', 'ar']) {
      const late = await site.get(`${linkIn(asked!)}?lang=${lang}`)
      expect(late.statusCode).toBe(410)
      expect(late.body).toMatch(/Du skal ikke gøre noget|nothing you need to do|لا حاجة إلى فعل/)
      expect(await validateHtml(late.body)).toEqual([])
    }
    expect((await site.post(linkIn(asked!), { outcome: 'both' })).statusCode).toBe(410)
    const own = await site.enter({ personId: asked!.personId! })
    expect((await site.get('/me', own)).body).not.toContain('/me/questions/')
    expect(await dayOf('2026-11-20')).toEqual([])
  })

  test('is asked about by no mail that waits when a colleague records it before nine', async () => {
    const meetingId = await planned('2026-11-05T15:00Z')
    house.clock.set('2026-11-06T05:00Z')
    await work(house, ['ask-outcomes'])
    await recordMeetingOfMatches(house.ctx(pair.programme.coordinator), meetingId, {
      agreements: [],
    })
    house.clock.set('2026-11-06T12:00Z')
    expect((await writeMails(house)).filter(({ text }) => text.includes('/m/'))).toEqual([])
  })

  test('cannot be moved into the future while its question is open', async () => {
    const meetingId = await planned('2026-11-05T15:00Z')
    await dayOf('2026-11-06')
    const moved = moveMeeting(house.ctx(pair.programme.coordinator), meetingId, {
      ...{ version: 1, minutes: 60, siteId: pair.programme.siteId },
      startsAt: Temporal.Instant.from('2026-11-12T12:00:00Z'),
    })
    await expect(moved).rejects.toMatchObject({ type: 'state-conflict', state: 'unreported' })
  })

  test('is for the coordinator at once when no mail reaches the mentor', async () => {
    await house.db
      .updateTable('person')
      .set({ email: null })
      .where('id', '=', pair.mentor.personId)
      .execute()
    await planned('2026-11-05T15:00Z')
    expect(await dayOf('2026-11-06')).toEqual([])
    expect(await openTasks()).toEqual(['meeting_unrecorded'])
    expect(await questions()).toEqual([])
  })
})

test('looking at a question changes nothing, and only an answer is taken', async () => {
  await planned('2026-11-05T15:00Z')
  const [asked] = await dayOf('2026-11-06')
  const link = linkIn(asked!)
  const before = await countRows(house)
  for (const method of ['GET', 'HEAD'] as const)
    expect((await site.inject({ method, url: link })).statusCode).toBe(200)
  expect((await site.post(link, {})).statusCode).toBe(422)
  expect((await site.post(link, { outcome: 'perhaps' })).statusCode).toBe(422)
  expect((await site.post(link, { fit: 'good' })).statusCode).toBe(422)
  expect(await countRows(house)).toEqual(before)
  expect((await questions())[0]!.answer).toBeNull()
  expect((await site.get(`${link}x`)).statusCode).toBe(404)
  for (const lang of ['da', 'en', 'ar']) {
    const page = await site.get(`${link}?lang=${lang}`)
    expect(await validateHtml(page.body)).toEqual([])
    expect(page.body).not.toContain('checked')
  }
  house.clock.advance({ days: 31 })
  expect((await site.get(link)).statusCode).toBe(410)
  expect((await site.post(link, { outcome: 'both' })).statusCode).toBe(410)
})

test('both are asked at the review whether they fit, may change the answer, and see only their own', async () => {
  await dayOf('2026-12-10')
  expect((await questions()).filter(({ kind }) => kind === 'fit')).toEqual([])
  const mails = await dayOf('2026-12-11')
  expect(mails.map(({ personId }) => personId).sort()).toEqual(
    [pair.mentor.personId, pair.mentee.personId].sort(),
  )
  const link = linkIn(mails[0]!)
  expect((await site.post(link, { fit: 'not-good' })).statusCode).toBe(303)
  expect((await site.post(link, { fit: 'unsure' })).statusCode).toBe(303)
  const page = await site.get(link)
  expect(page.body).toMatch(/value="unsure"\s+checked/)
  expect(await validateHtml(page.body)).toEqual([])
  expect((await site.get(linkIn(mails[1]!))).body).not.toContain('checked')
  const fits = (await questions()).filter(({ kind }) => kind === 'fit')
  expect(fits.map(({ answer }) => answer)).toContainEqual({ fit: 'unsure' })
})

test('a pair is asked once in a month about the last one; not well makes a task', async () => {
  const months = async () =>
    (await questions()).filter(({ kind }) => kind === ('month' satisfies QuestionKind))
  const [asked] = await dayOf('2026-12-01')
  expect(await dayOf('2026-12-02')).toEqual([])
  expect(asked!.text).toContain('november 2026')
  const link = linkIn(asked!)
  expect((await site.post(link, { meetings: '0', hours: '2', well: 'yes' })).statusCode).toBe(422)
  expect((await site.post(link, { meetings: '-1', hours: '2', well: 'yes' })).statusCode).toBe(422)
  expect((await site.post(link, { meetings: '3', hours: '5', well: 'no' })).statusCode).toBe(303)
  expect(await openTasks()).toEqual(['pair_not_well'])
  expect((await site.post(link, { meetings: '4', hours: '6', well: 'yes' })).statusCode).toBe(303)
  expect(await openTasks()).toEqual([])
  expect((await months()).map(({ answer }) => answer)).toEqual([
    { month: '2026-11', meetings: 4, hours: 6, well: 'yes' },
  ])
  expect((await dayOf('2027-01-01')).filter(({ text }) => text.includes('december'))).toHaveLength(
    1,
  )
  await moveMatch(house.ctx(), pair.matchId, { kind: 'paused', until: null })
  expect(await dayOf('2027-02-01')).toEqual([])
})

test('a person answers on their own page; somebody else’s question is not found', async () => {
  const [asked] = await dayOf('2026-12-01')
  const [question] = await house.db.selectFrom('question').select('id').execute()
  const path = `/me/questions/${question!.id}`
  const own = await site.enter({ personId: asked!.personId! })
  expect(await validateHtml((await site.get(path, own)).body)).toEqual([])
  const other = await site.enter({ personId: pair.mentee.personId })
  expect((await site.get(path, other)).statusCode).toBe(404)
  const answer = { meetings: '1', hours: '1', well: 'yes' }
  expect((await site.post(path, answer, other)).statusCode).toBe(404)
  expect((await site.post(path, answer, own)).statusCode).toBe(303)
})

test('after their first meeting each is asked by a link whether to go on; two yeses cannot be taken back', async () => {
  const other = await aRunningPair(house, pair.programme)
  const meetingId = await aPastMeeting(house, other, '2026-11-05T15:00Z', {
    ...{ state: 'scheduled', mentor: 'unknown', mentee: 'unknown' },
  })
  await writeMails(house)
  house.clock.set('2026-11-06T12:00Z')
  await recordMeetingOfMatches(house.ctx(pair.programme.coordinator), meetingId, { agreements: [] })
  const mails = await writeMails(house)
  const links = [other.mentor, other.mentee].map(({ personId }) =>
    linkIn(mails.find((mail) => mail.personId === personId)!),
  )
  for (const link of links) {
    expect(await validateHtml((await site.get(`${link}?lang=ar`)).body)).toEqual([])
    expect((await site.post(link, { goOn: 'yes' })).statusCode).toBe(303)
  }
  const { state } = await house.db
    .selectFrom('match')
    .select('state')
    .where('id', '=', other.matchId)
    .executeTakeFirstOrThrow()
  expect(state).toBe('active')
  const page = await site.get(links[0]!)
  expect(page.body).not.toContain('type="radio"')
  expect((await site.post(links[0]!, { goOn: 'no' })).statusCode).toBe(409)
})
