import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import type { Composer } from '../../src/mail/message.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { composers } from '../../src/workers.ts'
import { useSite } from '../support/app.ts'
import { anOffice, sendMails } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { useMailServer } from '../support/mail-server.ts'
import { aMeeting, aProgramme, type Programme, writeMails } from '../support/people.ts'

const house = useHouse()
const site = useSite(house)
const server = useMailServer()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const concernIn = (text: string) => /\/concern\/[\w-]{43}/.exec(text)?.[0]

test('every mail to a person has a link of their own to say that something is wrong', async () => {
  await aMeeting(house, programme)
  const mails = await writeMails(house)
  expect(mails.length).toBe(2)
  const links = mails.map(({ text }) => concernIn(text)!)
  expect(new Set(links).size).toBe(2)
  for (const link of links) expect((await site.get(link)).statusCode).toBe(200)
  house.clock.advance({ days: 90 })
  expect((await site.get(links[0]!)).statusCode).toBe(410)
})

/** Ends four appointments in one mail. */
const composeFour: Composer = async (ctx) => ({
  write: () => ({ subject: 'Nyt', heading: 'Nyt', paragraphs: [] }),
  appointments: () =>
    [1, 2, 3, 4].map((day) => ({
      method: 'CANCEL' as const,
      id: `meeting-${day}`,
      startsAt: ctx.now().add({ hours: 24 * day }),
      endsAt: ctx.now().add({ hours: 24 * day + 1 }),
      sequence: 1,
      changedAt: ctx.now(),
      summary: 'Aftale på biblioteket',
      description: 'Aflyst.',
      location: 'Vollsmose Bibliotek',
    })),
})

test('one mail takes several appointments out of a calendar, each by a part of its own', async () => {
  await aMeeting(house, programme)
  const transport = openTransport(`${server.url}?ignoreTLS=true`, 'makker@example.dk')
  const four = { ...composers, 'meeting-invitation': composeFour }
  await sendMails(house, anOffice(transport, { composers: four }))
  transport.close()
  const ended = server.received.filter(({ message }) => message.subject === 'Nyt')
  expect(ended).toHaveLength(2)
  for (const { message } of ended) {
    const parts = message.attachments.filter(({ contentType }) => contentType === 'text/calendar')
    const uids = parts.map(({ content }) => {
      const calendar = new ICAL.Component(ICAL.parse(content.toString()))
      expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
      return calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('uid')
    })
    expect(new Set(uids)).toEqual(new Set([1, 2, 3, 4].map((day) => `meeting-${day}@localhost`)))
  }
})
