import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import type { Message } from '../../../src/mail/message.ts'
import { useHouse } from '../../support/house.ts'
import { validateMailHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  type Party,
  type Programme,
  wednesday,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
let programme: Programme
let mentor: Party
let mentee: Party

const canary = { name: 'Hanne Kanariegård', email: 'kanarie.hanne@example.dk' }
const telling = /flygtning|asyl|refugee|asylum|لاجئ|اللجوء|slettet|erased|حذف/i

beforeEach(async () => {
  programme = await aProgramme(house)
  mentor = await aMentor(house, { ...canary, capacity: 3 })
  mentee = await aMentee(house, { locale: 'ar' })
})

const erase = ({ enrolmentId }: Party) => erasePerson(house.ctx(programme.coordinator), enrolmentId)

function eventOf(mail: Pick<Message, 'calendars'>) {
  const parsed = new ICAL.Component(ICAL.parse(mail.calendars[0]!.content))
  const event = parsed.getFirstSubcomponent('vevent')!
  const value = (name: string) => String(event.getFirstPropertyValue(name))
  return { method: String(parsed.getFirstPropertyValue('method')), value, event }
}

test('the other participant gets a cancellation in their language, with a calendar update', async () => {
  await aMeeting(house, programme, { pair: { mentor, mentee } })
  const invited = (await writeMails(house)).find(
    (mail) => mail.personId === mentee.personId && mail.calendars.length > 0,
  )!
  house.clock.advance({ hours: 1 })
  await erase(mentor)
  const told = await writeMails(house)
  expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([mentee.personId]))
  const off = told.find(({ calendars }) => calendars.length > 0)!
  const { method, value, event } = eventOf(off)
  expect([method, off.calendars[0]?.method, value('status')]).toEqual([
    'CANCEL',
    'CANCEL',
    'CANCELLED',
  ])
  expect(value('uid')).toBe(eventOf(invited).value('uid'))
  expect([eventOf(invited).value('sequence'), value('sequence')]).toEqual(['0', '1'])
  expect(value('dtstart')).toBe(eventOf(invited).value('dtstart'))
  expect(value('dtstamp')).toBe('2026-11-23T10:00:00Z')
  expect(event.getAllProperties('attendee')).toHaveLength(1)
  expect(told).toHaveLength(2)
  for (const { to: _, ...mail } of told) {
    expect(mail.locale).toBe('ar')
    expect(mail.subject).toMatch(/\p{Script=Arabic}/u)
    expect(JSON.stringify(mail)).not.toMatch(telling)
    expect(JSON.stringify(mail)).not.toMatch(/kanarie|Hanne/i)
    expect(await validateMailHtml(mail.html)).toEqual([])
  }
})

test('a participant whose invitation was not sent yet gets no cancellation', async () => {
  await aMeeting(house, programme, { pair: { mentor, mentee } })
  await erase(mentor)
  const told = await writeMails(house)
  expect(told.map(({ personId, calendars }) => [personId, calendars])).toEqual([
    [mentee.personId, []],
  ])
})

test('only participants without an open match leave a meeting of several pairs', async () => {
  const others = { mentor: await aMentor(house), mentee: await aMentee(house) }
  const matches = [await aMatch(house, { mentor, mentee }), await aMatch(house, others)]
  const meetingId = await planMeeting(house.ctx(programme.coordinator), {
    matchIds: matches.map(({ matchId }) => matchId),
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(wednesday),
    minutes: 60,
  })
  await writeMails(house)
  await erase(mentor)
  const told = await writeMails(house)
  expect([...new Set(told.map(({ personId }) => personId))]).toEqual([mentee.personId])
  const off = eventOf(told.find(({ calendars }) => calendars.length > 0)!)
  expect([off.method, off.value('sequence')]).toEqual(['CANCEL', '1'])
  const left = await house.db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .select(['personId', 'meeting.state'])
    .where('meetingId', '=', meetingId)
    .execute()
  const ids = [others.mentor.personId, others.mentee.personId]
  expect(left.map(({ personId }) => personId).sort()).toEqual(ids.sort())
  expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['scheduled']))
})

test('no cancellation is sent to a person who is planned into the meeting again before it leaves', async () => {
  const { meetingId } = await aMeeting(house, programme, { pair: { mentor, mentee } })
  await writeMails(house)
  await erase(mentor)
  await house.db.updateTable('meeting').set({ state: 'scheduled', cancelledAt: null }).execute()
  const told = await writeMails(house)
  expect(told.filter(({ calendars }) => calendars.length > 0)).toEqual([])
  expect(meetingId).toBeDefined()
})
