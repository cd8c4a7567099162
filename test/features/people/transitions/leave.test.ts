import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { bookInterview } from '../../../../src/features/requirements/book-interview.ts'
import { addRole } from '../../../../src/features/people/registration/add-role.ts'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { answerProposal } from '../../../../src/features/proposals/answer.ts'
import type { Message } from '../../../../src/mail/message.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aClient } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml, validateMailHtml } from '../../../support/html.ts'
import {
  aDraft,
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Party,
  type Programme,
  proposalOf,
  stateOf,
  wednesday,
  writeMails,
} from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const reason = 'Flytter til Jylland'
const by = () => house.ctx(programme.coordinator)
const staff = async () => site.enter({ accountId: (await anAccount(house)).accountId })

/** All ways to make a person leave. */
const ways: Record<string, (party: Party) => Promise<unknown>> = {
  'on the person’s page': async ({ enrolmentId }) =>
    site.post(`/people/${enrolmentId}/moves`, { to: 'left', reason }, await staff()),
  'among several': async ({ enrolmentId: ids }) =>
    site.post('/people/moves', { ids, enrolmentIds: 'ticked', to: 'left', reason }, await staff()),
  'by a program': async ({ enrolmentId }) =>
    (await aClient(house, site, programme.coordinator)).post(`/enrolments/${enrolmentId}/moves`, {
      to: 'left',
      reason,
    }),
  'by a program, among several': async ({ enrolmentId }) =>
    (await aClient(house, site, programme.coordinator)).post('/enrolments/moves', {
      enrolmentIds: [enrolmentId],
      to: 'left',
      reason,
    }),
  'on their own page': async ({ personId, enrolmentId }) =>
    site.post(`/me/roles/${enrolmentId}/leave`, {}, await site.enter({ personId })),
}

async function matchOf(id: string) {
  return house.db
    .selectFrom('match')
    .innerJoin('matchEpisode', 'matchEpisode.matchId', 'match.id')
    .selectAll()
    .where('match.id', '=', id)
    .executeTakeFirstOrThrow()
}

function eventOf({ calendars }: Message) {
  const { method, content } = calendars[0]!
  const parsed = new ICAL.Component(ICAL.parse(content))
  const value = (name: string) =>
    String(parsed.getFirstSubcomponent('vevent')!.getFirstPropertyValue(name))
  return { method, uid: value('uid'), sequence: value('sequence') }
}

describe.each(Object.entries(ways))('a mentor or mentee who leaves %s', (_, leave) => {
  test.each(['mentor', 'mentee'] as const)(
    'as a %s ends their match and cancels the meeting in both calendars',
    async (role) => {
      const pair = { mentor: await aMentor(house), mentee: await aMentee(house, { locale: 'ar' }) }
      const { matchId, meetingId } = await aMeeting(house, programme, { pair })
      const invited = (await writeMails(house)).filter(({ calendars }) => calendars.length > 0)
      house.clock.advance({ hours: 1 })
      await leave(pair[role])
      expect(await stateOf(house, pair[role].enrolmentId)).toBe('left')
      if (role === 'mentor') expect(await stateOf(house, pair.mentee.enrolmentId)).toBe('ready')
      expect(await matchOf(matchId)).toMatchObject({
        state: 'closed',
        kind: 'never_started',
        closedBy: role,
        reasons: ['account_or_consent_withdrawn'],
        closedRecordedAt: house.clock.now(),
      })
      const meeting = await house.db
        .selectFrom('meeting')
        .select('state')
        .where('id', '=', meetingId)
        .executeTakeFirstOrThrow()
      expect(meeting.state).toBe('cancelled')
      const told = await writeMails(house)
      const off = told.filter(({ calendars }) => calendars.length > 0)
      expect(off.map(({ personId }) => personId).sort()).toEqual(
        [pair.mentor.personId, pair.mentee.personId].sort(),
      )
      for (const mail of off)
        expect(eventOf(mail)).toEqual({
          method: 'CANCEL',
          uid: eventOf(invited.find(({ personId }) => personId === mail.personId)!).uid,
          sequence: '1',
        })
      const other = role === 'mentor' ? pair.mentee : pair.mentor
      const rest = told.filter(({ calendars }) => calendars.length === 0)
      expect(rest.map(({ personId, locale }) => [personId, locale])).toEqual([
        [other.personId, role === 'mentor' ? 'ar' : 'da'],
      ])
      expect(JSON.stringify(told)).not.toContain(reason)
    },
  )

  test('withdraws open offers, and tells the parties who were asked, in their language', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    const asked = await anOffer(house, { mentor, mentee: await aMentee(house, { locale: 'ar' }) })
    const answered = await anOffer(house, { mentor, mentee: await aMentee(house) })
    const drafted = await aDraft(house, { mentor, mentee: await aMentee(house) })
    await writeMails(house)
    await answerProposal(house.ctx(), answered.proposalId, 'mentee', { answer: 'yes' })
    await leave(mentor)
    for (const { proposalId, mentee } of [asked, answered, drafted]) {
      expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'withdrawn' })
      expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
    }
    const told = await writeMails(house)
    expect(told.map(({ personId, locale }) => [personId, locale]).sort()).toEqual(
      [
        [asked.mentee.personId, 'ar'],
        [answered.mentee.personId, 'da'],
      ].sort(),
    )
    for (const mail of told) {
      expect(await validateMailHtml(mail.html)).toEqual([])
      expect(JSON.stringify(mail)).not.toMatch(/Mette|mentor|flygtning|refugee|لاجئ|Jylland/i)
    }
  })
})

test('a party whose offer was not mailed yet is not told of its withdrawal', async () => {
  const { mentor } = await anOffer(house)
  await moveByHand(by(), mentor.enrolmentId, { to: 'left', reason })
  expect(await writeMails(house)).toEqual([])
})

test('a mentee who leaves under an offer ends it, and the mentor is told', async () => {
  const { mentor, mentee, proposalId } = await anOffer(house)
  await writeMails(house)
  await moveByHand(by(), mentee.enrolmentId, { to: 'left', reason })
  expect(await stateOf(house, mentee.enrolmentId)).toBe('left')
  expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
  expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'withdrawn' })
  expect((await writeMails(house)).map(({ personId }) => personId)).toEqual([mentor.personId])
})

test('a person who leaves one of two roles keeps the meetings of the other', async () => {
  const { mentor, meetingId } = await aMeeting(house, programme)
  const asMentee = await addRole(by(), mentor.enrolmentId, { role: 'mentee' })
  await writeMails(house)
  await moveByHand(by(), asMentee.enrolmentId, { to: 'left', reason })
  const meeting = await house.db
    .selectFrom('meeting')
    .innerJoin('participant', 'participant.meetingId', 'meeting.id')
    .select(['meeting.state', 'participant.personId'])
    .where('meeting.id', '=', meetingId)
    .execute()
  expect(meeting).toHaveLength(2)
  expect(meeting[0]!.state).toBe('scheduled')
  expect(await writeMails(house)).toEqual([])
})

test.each(['left', 'rejected'] as const)(
  'a booked interview is cancelled in the calendar of a volunteer who is %s',
  async (to) => {
    const { enrolmentId, personId } = await aMentor(house, { state: 'registered' })
    const startsAt = Temporal.Instant.from(wednesday)
    await bookInterview(by(), enrolmentId, { startsAt, siteId: programme.siteId })
    const [booked] = await writeMails(house)
    await moveByHand(by(), enrolmentId, { to, reason })
    const [off, ...others] = await writeMails(house)
    expect([off!.personId, others]).toEqual([personId, []])
    expect(eventOf(off!)).toMatchObject({ method: 'CANCEL', uid: eventOf(booked!).uid })
  },
)

test('the page explains the consequences before a person leaves, also from a match', async () => {
  const { mentee } = await aMeeting(house, programme)
  const { body } = await site.get(`/people/${mentee.enrolmentId}`, await staff())
  expect(body).toContain('Meldes personen ud')
  expect(body).toContain('value="left"')
  expect(await validateHtml(body)).toEqual([])
})
