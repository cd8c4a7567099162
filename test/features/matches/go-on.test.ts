import { beforeEach, describe, expect, test } from 'vitest'
import { answerGoOn, answerGoOnFor } from '../../../src/features/matches/go-on/answer.ts'
import { chaseGoOn } from '../../../src/features/matches/go-on/chase.ts'
import {
  correctMeetingOfMatches,
  recordMeetingOfMatches,
} from '../../../src/features/matches/record-meeting.ts'
import { followAttendance } from '../../../src/features/matches/transitions/follow-attendance.ts'
import { exportPerson } from '../../../src/features/privacy/export-person.ts'
import { useHouse } from '../../support/house.ts'
import { validateMailHtml } from '../../support/html.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  linkIn,
  type Party,
  type Programme,
  stateOf,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
let programme: Programme
let pair: Awaited<ReturnType<typeof aMeeting>>
beforeEach(async () => {
  programme = await aProgramme(house)
  pair = await aMeeting(house, programme, {
    pair: { mentor: await aMentor(house), mentee: await aMentee(house, { locale: 'ar' }) },
  })
  await writeMails(house)
  house.clock.set('2026-11-26T09:00:00Z')
})

const by = () => house.ctx(programme.coordinator)
const asPerson = ({ personId }: Party) =>
  house.ctx({ kind: 'person', id: personId, municipality: '0461' })
/** Who was there: all but the absent. */
const presence = (...absent: Party[]) => ({
  agreements: [],
  attendance: [pair.mentor, pair.mentee].map(({ personId }) => ({
    personId,
    attendance: absent.some((one) => one.personId === personId) ? 'absent' : 'present',
  })) as { personId: string; attendance: 'present' | 'absent' }[],
})
const record = (...absent: Party[]) =>
  recordMeetingOfMatches(by(), pair.meetingId, presence(...absent))
const correct = (...absent: Party[]) =>
  correctMeetingOfMatches(by(), pair.meetingId, presence(...absent))
const questions = () =>
  house.db.selectFrom('question').selectAll().orderBy('askedAt').orderBy('personId').execute()
const questionTo = async ({ personId }: Party) =>
  (await questions()).findLast((question) => question.personId === personId)!
const answer = async (party: Party, yesOrNo: 'yes' | 'no') =>
  answerGoOn(asPerson(party), await questionTo(party), yesOrNo)
const match = () => house.db.selectFrom('match').selectAll().executeTakeFirstOrThrow()
const episode = () =>
  house.db
    .selectFrom('matchEpisode')
    .selectAll()
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
describe('after the match meeting', () => {
  test('each is asked privately, in their language, by a link of their own', async () => {
    await record()
    expect((await match()).state).toBe('accepted')
    const mails = await writeMails(house)
    expect(mails.map(({ personId }) => personId).sort()).toEqual(
      [pair.mentor.personId, pair.mentee.personId].sort(),
    )
    const toMentee = mails.find(({ personId }) => personId === pair.mentee.personId)!
    expect([toMentee.locale, toMentee.subject]).toEqual(['ar', 'سؤال من المكتبة'])
    const links = mails.map(linkIn)
    for (const link of links) expect(link).toMatch(/^\/m\/[\w-]{20,}$/)
    expect(new Set(links).size).toBe(2)
    for (const { html } of mails) expect(await validateMailHtml(html)).toEqual([])
    expect((await questions()).map(({ kind, answerBy }) => [kind, answerBy.toString()])).toEqual([
      ['go-on', '2026-12-10T09:00:00Z'],
      ['go-on', '2026-12-10T09:00:00Z'],
    ])
  })

  test('nobody is asked when one was absent, nor twice when both were', async () => {
    await record(pair.mentee)
    expect(await questions()).toEqual([])
    await correct()
    await followAttendance(by(), pair.matchId)
    expect((await questions()).length).toBe(2)
  })

  test.each([
    ['mentor', 'yes', 'mentee', 'yes', 'active'],
    ['mentee', 'yes', 'mentor', 'yes', 'active'],
    ['mentor', 'yes', 'mentee', 'no', 'closed'],
    ['mentee', 'yes', 'mentor', 'no', 'closed'],
  ] as const)('%s %s, then %s %s: %s', async (first, one, second, other, state) => {
    await record()
    await answer(pair[first], one)
    expect((await match()).state).toBe('accepted')
    house.clock.advance({ days: 2 })
    await answer(pair[second], other)
    expect((await match()).state).toBe(state)
    const { activeOn, closedOn, kind, closedBy, reasons } = await episode()
    const today = '2026-11-28'
    expect([activeOn?.toString(), closedOn?.toString(), kind, closedBy, reasons]).toEqual(
      state === 'active'
        ? [today, undefined, null, null, []]
        : [undefined, today, 'never_started', second, []],
    )
    expect(await stateOf(house, pair.mentee.enrolmentId)).toBe(
      state === 'active' ? 'matched' : 'ready',
    )
  })

  test.each(['mentor', 'mentee'] as const)(
    'the first no of the %s closes the match',
    async (who) => {
      await record()
      await answer(pair[who], 'no')
      const other = pair[who === 'mentor' ? 'mentee' : 'mentor']
      expect((await match()).state).toBe('closed')
      expect(await stateOf(house, pair.mentee.enrolmentId)).toBe('ready')
      expect(await stateOf(house, pair.mentor.enrolmentId)).toBe('ready')
      await expect(answer(other, 'yes')).rejects.toMatchObject({ type: 'link-expired' })
      const told = await writeMails(house)
      expect(told.map(({ personId }) => personId).sort()).toEqual(
        [pair.mentor.personId, pair.mentee.personId].sort(),
      )
      // Nothing that the other can read names the one who said no.
      const exported = await exportPerson(house.ctx(), other.personId)
      expect(JSON.stringify(exported)).not.toContain(pair[who].personId)
      expect(exported.access_log).not.toContainEqual(expect.objectContaining({ by: 'person' }))
      expect(JSON.stringify(exported.question)).not.toContain('"no"')
    },
  )

  test('said again changes nothing; the opposite counts until both have answered', async () => {
    await record()
    await answer(pair.mentor, 'yes')
    const before = [await match(), await questions()]
    await answer(pair.mentor, 'yes')
    expect([await match(), await questions()]).toEqual(before)
    await answer(pair.mentee, 'yes')
    await answer(pair.mentee, 'yes')
    await expect(answer(pair.mentee, 'no')).rejects.toMatchObject({
      type: 'already-answered',
      state: 'active',
    })
    expect((await match()).state).toBe('active')
  })

  test('a coordinator records what they were told, also late, with the channel', async () => {
    await record()
    const yes = { answer: 'yes', channel: 'phone' } as const
    await answerGoOnFor(by(), pair.matchId, { party: 'mentor', ...yes })
    house.clock.advance({ days: 20 })
    await expect(answer(pair.mentee, 'yes')).rejects.toMatchObject({ type: 'link-expired' })
    await answerGoOnFor(by(), pair.matchId, { party: 'mentee', ...yes })
    expect((await match()).state).toBe('active')
    expect((await questions()).map(({ channel }) => channel)).toEqual(['phone', 'phone'])
  })

  test('a coordinator calls who cannot get mail, and who has not answered for three days', async () => {
    await house.db
      .updateTable('person')
      .set({ email: null })
      .where('id', '=', pair.mentee.personId)
      .execute()
    const tasks = () =>
      house.db
        .selectFrom('task')
        .select(['enrolmentId', 'matchId', 'kind', 'dueOn'])
        .where('doneAt', 'is', null)
        .orderBy('createdAt')
        .execute()
    const task = (party: Party) => ({
      enrolmentId: party.enrolmentId,
      matchId: pair.matchId,
      kind: 'go_on_unanswered',
      dueOn: Temporal.PlainDate.from('2026-11-29'),
    })
    await record()
    expect(await tasks()).toEqual([task(pair.mentee)])
    house.clock.advance({ days: 3 })
    await chaseGoOn(house.ctx())
    await chaseGoOn(house.ctx())
    expect(await tasks()).toEqual([task(pair.mentee), task(pair.mentor)])
    await answer(pair.mentee, 'yes')
    expect(await tasks()).toEqual([task(pair.mentor)])
    await answer(pair.mentor, 'no')
    expect(await tasks()).toEqual([])
  })

  test('a programme may leave the question out: the meeting makes the match active', async () => {
    await house.db.updateTable('programme').set({ asksToGoOn: false }).execute()
    await record()
    expect(await questions()).toEqual([])
    const { activeOn, activeRecordedAt } = await episode()
    expect([(await match()).state, activeOn?.toString(), activeRecordedAt?.toString()]).toEqual([
      'active',
      '2026-11-25',
      '2026-11-26T09:00:00Z',
    ])
  })
})

describe('a corrected record', () => {
  test('takes back what was asked, answered and begun', async () => {
    await record()
    await answer(pair.mentor, 'yes')
    await answer(pair.mentee, 'yes')
    expect((await match()).state).toBe('active')
    await correct(pair.mentee)
    expect((await match()).state).toBe('accepted')
    expect((await episode()).activeOn).toBe(null)
    for (const { withdrawnAt } of await questions()) expect(withdrawnAt).not.toBe(null)
  })

  test('asks anew once both have met', async () => {
    await record()
    await answer(pair.mentor, 'yes')
    await correct(pair.mentee)
    house.clock.advance({ days: 1 })
    await correct()
    expect((await questions()).length).toBe(4)
    // The earlier yes does not count.
    await answer(pair.mentee, 'yes')
    expect((await match()).state).toBe('accepted')
    await answer(pair.mentor, 'yes')
    expect((await match()).state).toBe('active')
  })

  test('after the end is kept with the episode, and opens nothing', async () => {
    await house.db.updateTable('programme').set({ asksToGoOn: false }).execute()
    await record()
    await house.db.updateTable('match').set({ state: 'closed' }).execute()
    await correct(pair.mentee)
    expect((await match()).state).toBe('closed')
    expect((await episode()).activeOn).toBe(null)
    await correct()
    expect((await match()).state).toBe('closed')
  })
})
