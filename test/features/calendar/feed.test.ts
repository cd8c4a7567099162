import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { cancelInterview } from '../../../src/features/requirements/cancel-interview.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'
import { fingerprint } from '../../support/municipality.ts'
import {
  aMatch,
  aMeeting,
  aMentor,
  aProgramme,
  type Programme,
  wednesday,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** Makes the address of a calendar on the page, and returns its path. */
async function anAddress(
  owner: { accountId: string } | { personId: string },
  page = 'personId' in owner ? '/me/calendar' : '/account/calendar',
): Promise<string> {
  const made = await site.post(page, {}, await site.enter(owner))
  expect(made.statusCode).toBe(201)
  return new URL(/http:\S+\.ics/.exec(made.body)![0]).pathname
}

interface Entry {
  uid: string
  sequence: string
  dtstamp: string
  dtstart: string
  dtend: string
  summary: string
  status: string
  location: string
  description: string
}

function entriesOf(content: string): Entry[] {
  return new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
    return {
      ...{ uid: value('uid'), sequence: value('sequence'), dtstamp: value('dtstamp') },
      ...{ dtstart: value('dtstart'), dtend: value('dtend'), summary: value('summary') },
      ...{ status: value('status'), location: value('location') },
      description: value('description'),
    }
  })
}

async function fetched(path: string): Promise<Entry[]> {
  const answer = await site.get(path)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  return entriesOf(answer.body)
}

/** The entry of the last mail to a person that has a calendar file. */
async function mailed(personId: string): Promise<Entry> {
  const mails = await writeMails(house)
  const files = mails.filter((mail) => mail.personId === personId).flatMap((mail) => mail.calendars)
  return entriesOf(files.at(-1)!.content)[0]!
}

const same = ({ uid, sequence, dtstamp, dtstart, dtend, summary, status }: Entry) => ({
  ...{ uid, sequence, dtstamp, dtstart, dtend, summary, status },
})

describe('a person’s calendar', () => {
  test('has their meetings as the mails do, with the other’s first name in the text alone', async () => {
    const { mentor, mentee } = await aMeeting(house, programme)
    await aMeeting(house, programme)
    const invitation = await mailed(mentee.personId)
    const [entry, ...others] = await fetched(await anAddress({ personId: mentee.personId }))
    expect(others).toEqual([])
    expect(same(entry!)).toEqual(same(invitation))
    expect(entry!.location).toBe('Vollsmose Bibliotek, Vollsmose Allé 14')
    expect(entry!.description).toMatch(/^Med \u2068?Mette\u2069?$/)
    const [theirs] = await fetched(await anAddress({ personId: mentor.personId }))
    expect(theirs!.description).toMatch(/^Med \u2068?Amal\u2069?$/)
  })

  test('follows an interview that is moved and cancelled, in the versions of the mails', async () => {
    const mentor = await aMentor(house, { state: 'registered' })
    const by = house.ctx(programme.coordinator)
    const path = await anAddress({ personId: mentor.personId })
    const book = (at: string) =>
      bookInterview(by, mentor.enrolmentId, {
        startsAt: Temporal.Instant.from(at),
        siteId: programme.siteId,
      })
    for (const change of [
      () => book('2026-11-25T15:00:00+01:00'),
      () => book('2026-11-26T10:00:00+01:00'),
      () => cancelInterview(by, mentor.enrolmentId),
    ]) {
      house.clock.advance({ minutes: 90 })
      await change()
      // Mails are written later than what they tell of.
      house.clock.advance({ minutes: 7 })
      const entries = await fetched(path)
      expect(entries.map(same)).toEqual([same(await mailed(mentor.personId))])
    }
  })

  test('shows a cancelled meeting as cancelled, and no reason', async () => {
    const { mentee, meetingId } = await aMeeting(house, programme)
    await house.db
      .updateTable('meeting')
      .set({
        ...{ state: 'cancelled', sequence: 1, cancelledAt: house.clock.now() },
        ...{ cancelledBy: 'system', cancelledReason: 'child_care' },
      })
      .where('id', '=', meetingId)
      .execute()
    const path = await anAddress({ personId: mentee.personId })
    expect(await fetched(path)).toMatchObject([{ status: 'CANCELLED', sequence: '1' }])
    expect((await site.get(path)).body).not.toMatch(/child|pasning/i)
  })

  test('does not say where people meet who meet elsewhere', async () => {
    const { mentee, meetingId } = await aMeeting(house, programme)
    await house.db
      .updateTable('meeting')
      .set({ place: 'elsewhere', placeText: 'Hjemme hos Mette', siteId: null })
      .where('id', '=', meetingId)
      .execute()
    const [entry] = await fetched(await anAddress({ personId: mentee.personId }))
    expect(entry!.location).toBe('')
  })

  test('ends with its owner', async () => {
    const { mentee } = await aMeeting(house, programme)
    const path = await anAddress({ personId: mentee.personId })
    await erasePerson(house.ctx(programme.coordinator), mentee.enrolmentId)
    expect((await site.get(path)).statusCode).toBe(404)
  })
})

describe('a coordinator’s calendar', () => {
  test('has the meetings and interviews they attend, by first names', async () => {
    const karen = await anAccount(house)
    const by = house.ctx(karen.actor)
    const [first, second] = [await aMatch(house), await aMatch(house)]
    await planMeeting(by, {
      matchIds: [first.matchId, second.matchId],
      siteId: programme.siteId,
      startsAt: Temporal.Instant.from(wednesday),
      minutes: 60,
    })
    await aMeeting(house, programme, { startsAt: '2026-11-26T14:00:00+01:00' })
    const mentor = await aMentor(house, { state: 'registered', name: 'Ole Bang' })
    const startsAt = Temporal.Instant.from('2026-11-27T10:00:00+01:00')
    await bookInterview(by, mentor.enrolmentId, { startsAt, siteId: programme.siteId })
    const entries = await fetched(await anAddress(karen))
    expect(entries.map(({ dtstart }) => dtstart)).toEqual([
      '2026-11-25T12:00:00Z',
      '2026-11-27T09:00:00Z',
    ])
    const said = entries.map(({ description }) => description.replace(/[\u2068\u2069]/g, ''))
    expect(said).toEqual(['Med Mette, Amal, Mette og Amal', 'Med Ole'])
    expect(JSON.stringify(entries)).not.toMatch(/Holm|Nasser|Bang/)
  })

  test('ends when the account is disabled, or belongs to another municipality', async () => {
    for (const change of [{ disabledAt: house.clock.now() }, { municipality: '0265' }]) {
      const karen = await anAccount(house)
      const path = await anAddress(karen)
      expect((await site.get(path)).statusCode).toBe(200)
      await house.db.updateTable('account').set(change).where('id', '=', karen.accountId).execute()
      expect((await site.get(path)).statusCode).toBe(404)
    }
  })
})

describe('the address of a calendar', () => {
  test('is stored as a hash, and its calendar is read without changing anything', async () => {
    const { mentee } = await aMeeting(house, programme)
    const path = await anAddress({ personId: mentee.personId })
    const token = /([\w-]{43})\.ics$/.exec(path)![1]!
    expect(linesWith(await dump(house), [token])).toEqual([])
    const before = await fingerprint(house)
    for (const method of ['GET', 'HEAD'] as const) await site.inject({ method, url: path })
    expect(await fingerprint(house)).toBe(before)
  })

  test('sends what is known already as 304, until something changes', async () => {
    const { mentee, meetingId } = await aMeeting(house, programme)
    const path = await anAddress({ personId: mentee.personId })
    const { etag, 'cache-control': cache } = (await site.get(path)).headers
    expect(cache).toBe('private, no-cache')
    const again = () =>
      site.inject({ url: path, headers: { 'if-none-match': `W/"x", ${String(etag)}` } })
    house.clock.advance({ hours: 5 })
    expect((await again()).statusCode).toBe(304)
    expect((await again()).body).toBe('')
    await house.db.updateTable('meeting').set({ sequence: 1 }).where('id', '=', meetingId).execute()
    expect((await again()).statusCode).toBe(200)
  })

  test('is replaced by a new one and can be ended; then it is not found, like an unknown one', async () => {
    const { mentee } = await aMeeting(house, programme)
    const owner = { personId: mentee.personId }
    const first = await anAddress(owner)
    const second = await anAddress(owner)
    expect((await site.get(second)).statusCode).toBe(200)
    const session = await site.enter(owner)
    const page = await site.get('/me/calendar', session)
    expect(page.body).not.toContain('.ics')
    expect((await site.post('/me/calendar/end', {}, session)).statusCode).toBe(303)
    const unknown = `/calendar/${'x'.repeat(43)}.ics`
    const said = await Promise.all([first, second, unknown].map((path) => site.get(path)))
    const comparable = said.map(({ statusCode, body }) => [
      statusCode,
      body.replace(/[\w-]{43}|[0-9a-f-]{36}/g, ''),
    ])
    expect(comparable[0]![0]).toBe(404)
    expect(comparable[0]).toEqual(comparable[2])
    expect(comparable[1]).toEqual(comparable[2])
  })
})
