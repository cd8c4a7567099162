import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { cancelInterview } from '../../../src/features/requirements/cancel-interview.ts'
import { type MailTransport, openTransport } from '../../../src/mail/transport.ts'
import { useHouse } from '../../support/house.ts'
import { useMailServer } from '../../support/mail-server.ts'
import { aMentor, aProgramme, type Programme } from '../../support/people.ts'
import { anOffice, sendMails } from '../../support/duties.ts'

const house = useHouse()
const server = useMailServer()
let programme: Programme
let transport: MailTransport
beforeEach(async () => {
  programme = await aProgramme(house)
  transport = openTransport(`${server.url}?ignoreTLS=true`, 'makker@example.dk')
})
afterEach(() => transport.close())

/** Sends the pending mails, and reads the calendar part of the last mail. */
async function arrives() {
  const office = anOffice(transport, {
    baseUrl: 'https://makker.example',
    mailFrom: 'makker@example.dk',
  })
  await sendMails(house, office)
  const { message } = server.received.at(-1)!
  const part = message.attachments.find(({ contentType }) => contentType === 'text/calendar')!
  const parsed = new ICAL.Component(ICAL.parse(part.content.toString()))
  const [event, ...others] = parsed.getAllSubcomponents('vevent')
  expect(others).toEqual([])
  const value = (name: string) => String(event!.getFirstPropertyValue(name))
  return {
    method: String(parsed.getFirstPropertyValue('method')),
    ...Object.fromEntries(
      ['uid', 'sequence', 'status', 'dtstart', 'dtend', 'dtstamp', 'summary', 'location'].map(
        (name) => [name, value(name)],
      ),
    ),
    attendees: event!.getAllProperties('attendee').map((one) => String(one.getFirstValue())),
  }
}

test('booking, moving and cancelling an interview updates the same calendar entry', async () => {
  const given = { state: 'registered', email: 'mette@example.dk' } as const
  const { enrolmentId } = await aMentor(house, given)
  const by = house.ctx(programme.coordinator)
  const book = (at: string) =>
    bookInterview(by, enrolmentId, {
      startsAt: Temporal.Instant.from(at),
      siteId: programme.siteId,
    })

  const id = await book('2026-11-25T15:00:00+01:00')
  const booked = await arrives()
  expect(booked).toEqual({
    method: 'REQUEST',
    uid: `interview-${id}@makker.example`,
    sequence: '0',
    status: 'CONFIRMED',
    dtstart: '2026-11-25T14:00:00Z',
    dtend: '2026-11-25T15:00:00Z',
    dtstamp: '2026-11-23T09:00:00Z',
    summary: 'En aftale på biblioteket',
    location: 'Vollsmose Bibliotek, Vollsmose Allé 14',
    attendees: ['MAILTO:mette@example.dk'],
  })

  house.clock.advance({ hours: 1 })
  await book('2026-11-26T10:00:00+01:00')
  const moved = await arrives()
  const change = { sequence: '1', dtstamp: '2026-11-23T10:00:00Z' }
  const time = { dtstart: '2026-11-26T09:00:00Z', dtend: '2026-11-26T10:00:00Z' }
  expect(moved).toEqual({ ...booked, ...change, ...time })

  await cancelInterview(by, enrolmentId)
  const off = { method: 'CANCEL', status: 'CANCELLED', sequence: '2' }
  expect(await arrives()).toEqual({ ...moved, ...off })

  const again = await book('2026-11-27T10:00:00+01:00')
  expect(await arrives()).toMatchObject({
    method: 'REQUEST',
    uid: `interview-${again}@makker.example`,
    sequence: '0',
  })
})
