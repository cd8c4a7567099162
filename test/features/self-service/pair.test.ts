import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aPastMeeting, aRunningPair, type RunningPair } from '../../support/pairs.ts'
import { aProgramme, countRows, linkIn, writeMails } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let pair: RunningPair
let mentor: string
let mentee: string
beforeEach(async () => {
  house.clock.set('2026-11-02T09:00Z')
  pair = await aRunningPair(house, await aProgramme(house), '2026-11-02')
  await aPastMeeting(house, pair, '2026-11-02T09:00Z')
  await writeMails(house)
  mentor = await site.enter({ personId: pair.mentor.personId })
  mentee = await site.enter({ personId: pair.mentee.personId })
})
const at = (what: string) => `/me/pairs/${pair.matchId}/${what}`
const meetings = () =>
  house.db
    .selectFrom('meeting')
    .selectAll()
    .where('createdBy', '<>', 'system')
    .orderBy('startsAt')
    .execute()

test('each of a pair sees the other’s first name and since when, and strangers see no pair of theirs', async () => {
  for (const session of [mentor, mentee]) {
    const page = await site.get('/me', session)
    expect(page.body).toContain('Makkerpar siden den')
    expect(await validateHtml(page.body)).toEqual([])
  }
  expect((await site.get('/me', mentor)).body).not.toContain('Nasser')
  const other = await aRunningPair(house, pair.programme, '2026-11-02')
  const stranger = await site.enter({ personId: other.mentee.personId })
  for (const what of ['meeting', 'met', 'end']) {
    expect((await site.get(at(what), mentee)).statusCode).toBe(200)
    expect((await site.get(at(what), stranger)).statusCode).toBe(404)
  }
})

describe('telephone numbers', () => {
  const sees = async (session: string) => (await site.get('/me', session)).body.includes('tel:+45')
  beforeEach(async () => {
    for (const [{ personId }, phone] of [
      [pair.mentor, '+4511111111'],
      [pair.mentee, '+4522222222'],
    ] as const)
      await house.db.updateTable('person').set({ phone }).where('id', '=', personId).execute()
  })

  test('are shown to the two when both allow it, until one takes it back', async () => {
    const says = (session: string, shares: string) => site.post(at('phone'), { shares }, session)
    expect([await sees(mentor), await sees(mentee)]).toEqual([false, false])
    expect((await says(mentor, 'yes')).statusCode).toBe(303)
    expect([await sees(mentor), await sees(mentee)]).toEqual([false, false])
    await says(mentee, 'yes')
    expect((await site.get('/me', mentor)).body).toContain('tel:+4522222222')
    expect((await site.get('/me', mentee)).body).toContain('tel:+4511111111')
    await says(mentee, 'no')
    expect([await sees(mentor), await sees(mentee)]).toEqual([false, false])
  })
})

describe('a meeting that one proposes', () => {
  const proposal = { day: '2026-11-15', time: '23:00', minutes: '60', where: 'elsewhere' }
  const propose = (given: object, session = mentee) =>
    site.post(at('meeting'), { ...proposal, placeText: 'Den gamle café', ...given }, session)

  test('is planned when the other confirms it, at night as well, without a room', async () => {
    expect((await propose({})).statusCode).toBe(303)
    expect((await site.get('/me', mentee)).body).toContain('venter på svar')
    expect(await meetings()).toEqual([])
    const mails = await writeMails(house)
    expect(mails.map(({ personId }) => personId)).toEqual([pair.mentor.personId])
    expect(mails[0]!.text).not.toContain('café')
    const link = linkIn(mails[0]!)
    const page = await site.get(link)
    expect(page.body).toContain('Den gamle café')
    expect(await validateHtml(page.body)).toEqual([])
    expect((await site.post(link, { meet: 'yes' })).statusCode).toBe(303)
    expect((await site.post(link, { meet: 'yes' })).statusCode).toBe(303)
    expect((await site.post(link, { meet: 'no' })).statusCode).toBe(409)
    const [meeting, ...others] = await meetings()
    expect(others).toEqual([])
    expect(meeting).toMatchObject({
      type: 'meeting',
      state: 'scheduled',
      placeText: 'Den gamle café',
    })
    expect(meeting!.startsAt.toString()).toBe('2026-11-15T22:00:00Z')
    expect(meeting!.roomId).toBeNull()
    const invited = await writeMails(house)
    expect(invited.map(({ personId }) => personId).sort()).toEqual(
      [pair.mentor.personId, pair.mentee.personId].sort(),
    )
    expect((await site.get('/me', mentee)).body).toContain('Den gamle café')
  })

  test('is refused where somebody is booked, and then changes nothing', async () => {
    await propose({})
    await propose({ minutes: '30', placeText: 'Biblioteket' }, mentor)
    const questions = await house.db
      .selectFrom('question')
      .select(['id', 'personId'])
      .where('kind', '=', 'meet')
      .where('withdrawnAt', 'is', null)
      .execute()
    // The newer proposal takes the place of the first.
    expect(questions.map(({ personId }) => personId)).toEqual([pair.mentee.personId])
    const path = `/me/questions/${questions[0]!.id}`
    await house.db
      .insertInto('booking')
      .values({
        ...{ municipality: '0461', kind: 'person', holder: pair.mentor.personId },
        during: '[2026-11-15T22:15Z,2026-11-15T22:20Z)',
        meetingId: (await house.db.selectFrom('meeting').select('id').executeTakeFirstOrThrow()).id,
      })
      .execute()
    const before = await countRows(house)
    const refused = await site.post(path, { meet: 'yes' }, mentee)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).not.toContain('Holm')
    expect(await countRows(house)).toEqual(before)
    expect((await site.post(path, { meet: 'no' }, mentee)).statusCode).toBe(303)
    expect(await meetings()).toEqual([])
  })

  test.each([
    [{ day: '2026-11-01' }, 'day'],
    [{ day: '2028-01-01' }, 'day'],
    [{ day: '2027-03-28', time: '02:30' }, 'day'],
    [{ day: '2027-10-31', time: '02:30' }, 'day'],
    [{ placeText: '' }, 'placeText'],
    [{ where: 'online' }, 'where'],
    [{ minutes: '61' }, 'minutes'],
    [{ time: '' }, 'day'],
  ])('is refused with %j, at the field', async (given, field) => {
    const refused = await propose(given)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(`href="#field-${field}"`)
    expect(refused.body).toContain(`id="field-${field}"`)
    expect(await validateHtml(refused.body)).toEqual([])
  })

  test('is asked which of two equal times it is when the clocks are set back', async () => {
    const day = { day: '2027-10-31', time: '02:30' }
    expect((await propose({ ...day, occurrence: 'second' })).statusCode).toBe(303)
    const [mail] = await writeMails(house)
    await site.post(linkIn(mail!), { meet: 'yes' })
    expect((await meetings())[0]!.startsAt.toString()).toBe('2027-10-31T01:30:00Z')
  })
})

test('one of the two says that they have met, once for a day', async () => {
  house.clock.set('2026-11-20T09:00Z')
  mentor = await site.enter({ personId: pair.mentor.personId })
  mentee = await site.enter({ personId: pair.mentee.personId })
  const met = { day: '2026-11-19', minutes: '90' }
  expect((await site.post(at('met'), met, mentor)).statusCode).toBe(303)
  expect(await meetings()).toMatchObject([{ state: 'held', actualMinutes: 90, type: 'meeting' }])
  expect((await site.post(at('met'), met, mentee)).statusCode).toBe(409)
  expect((await site.post(at('met'), { ...met, day: '2026-11-21' }, mentee)).statusCode).toBe(422)
  expect(await meetings()).toHaveLength(1)
})

test('one of the two asks that the pair ends, and the other sees nothing of it', async () => {
  const seen = async () => (await site.get('/me', mentor)).body.replaceAll(/value="[^"]*"/g, '')
  const before = await seen()
  const page = await site.get(at('end'), mentee)
  expect(await validateHtml(page.body)).toEqual([])
  const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
  expect((await site.post(at('end'), { version }, mentee)).statusCode).toBe(422)
  const asked = { version, reasons: ['no_time', 'language'] }
  expect((await site.post(at('end'), asked, mentee)).statusCode).toBe(303)
  const { state } = await house.db
    .selectFrom('match')
    .select('state')
    .where('id', '=', pair.matchId)
    .executeTakeFirstOrThrow()
  expect(state).toBe('closing')
  expect(await seen()).toBe(before)
  expect((await site.get('/me', mentee)).body).toContain('Du har bedt om at slutte')
})

describe('an invitation to a meeting', () => {
  const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)![1]!
  const answers = async () =>
    Object.fromEntries(
      (
        await house.db
          .selectFrom('participant')
          .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
          .select(['participant.personId', 'participant.answer'])
          .where('meeting.state', '=', 'scheduled')
          .execute()
      ).map(({ personId, answer }) => [personId, answer]),
    )

  test('is answered on the own page until the meeting begins, and by nobody else', async () => {
    const meetingId = await planMeeting(house.ctx(pair.programme.coordinator), {
      matchIds: [pair.matchId],
      place: 'site',
      siteId: pair.programme.siteId,
      startsAt: Temporal.Instant.from('2026-11-25T12:00Z'),
      minutes: 60,
    })
    const path = `/me/meetings/${meetingId}`
    expect((await site.get('/me', mentee)).body).toContain(`href="${path}"`)
    const page = await site.get(path, mentee)
    expect(await validateHtml(page.body)).toEqual([])
    const nonce = nonceIn(page.body)
    expect((await site.post(path, { nonce, answer: 'no' }, mentee)).statusCode).toBe(303)
    expect(await answers()).toEqual({
      [pair.mentee.personId]: 'no',
      [pair.mentor.personId]: 'none',
    })
    expect((await site.post(path, { nonce, answer: 'yes' }, mentee)).statusCode).toBe(303)
    expect((await answers())[pair.mentee.personId]).toBe('yes')
    // The form of one is not the other's.
    expect((await site.post(path, { nonce, answer: 'no' }, mentor)).statusCode).toBe(409)
    const other = await aRunningPair(house, pair.programme, '2026-11-02')
    const stranger = await site.enter({ personId: other.mentee.personId })
    expect((await site.get(path, stranger)).statusCode).toBe(404)
    expect((await site.post(path, { nonce, answer: 'no' }, stranger)).statusCode).toBe(404)
    house.clock.set('2026-11-25T12:00Z')
    mentee = await site.enter({ personId: pair.mentee.personId })
    expect((await site.get('/me', mentee)).body).not.toContain(`href="${path}"`)
    expect((await site.get(path, mentee)).statusCode).toBe(410)
    expect((await answers())[pair.mentee.personId]).toBe('yes')
  })
})
