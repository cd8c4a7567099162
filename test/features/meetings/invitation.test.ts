import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import type { Message } from '../../../src/mail/message.ts'
import { useHouse } from '../../support/house.ts'
import { validateMailHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type MenteeForm,
  type MentorForm,
  type Programme,
  wednesday,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** Words that would reveal a refugee to a bystander who sees the screen. */
const telling = /flygtning|asyl|refugee|asylum|لاجئ|لاجئة|اللجوء|біжен/i

const canaries = {
  mentor: {
    name: 'Hanne Kanariegård',
    email: 'kanarie.hanne@example.dk',
    phone: '+4511223344',
  },
  mentee: {
    name: 'Amal Kanariehaddad',
    email: 'kanarie.amal@example.dk',
    phone: '+4555667788',
    locale: 'ar',
  },
} as const

async function invite(
  given: { mentor?: Partial<MentorForm>; mentee?: Partial<MenteeForm> } = canaries,
) {
  const pair = {
    mentor: await aMentor(house, given.mentor),
    mentee: await aMentee(house, given.mentee),
  }
  const { meetingId } = await aMeeting(house, programme, { pair })
  const mails = await writeMails(house)
  const to = (personId: string) =>
    mails.find((mail) => mail.personId === personId && mail.calendars.length > 0)!
  return { meetingId, toMentor: to(pair.mentor.personId), toMentee: to(pair.mentee.personId) }
}

function eventOf({ calendars }: Pick<Message, 'calendars'>) {
  const parsed = new ICAL.Component(ICAL.parse(calendars[0]!.content))
  const [event, ...others] = parsed.getAllSubcomponents('vevent')
  expect(others).toEqual([])
  return { parsed, event: event!, value: (name: string) => event!.getFirstPropertyValue(name) }
}

describe('inviting to a meeting', () => {
  test('asks each person’s calendar for the time, in UTC', async () => {
    const { meetingId, toMentor } = await invite()
    const { parsed, event, value } = eventOf(toMentor)
    expect(toMentor.calendars[0]?.method).toBe('REQUEST')
    expect(parsed.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(parsed.getFirstPropertyValue('version')).toBe('2.0')
    expect(value('uid')).toBe(`meeting-${meetingId}@localhost`)
    expect(Number(value('sequence'))).toBe(0)
    expect(String(value('dtstart'))).toBe('2026-11-25T12:00:00Z')
    expect(String(value('dtend'))).toBe('2026-11-25T13:00:00Z')
    expect(String(value('dtstamp'))).toBe('2026-11-23T09:00:00Z')
    expect(String(value('location'))).toBe('Vollsmose Bibliotek, Vollsmose Allé 14')
    const attendees = event.getAllProperties('attendee')
    expect(attendees.length).toBe(1)
    expect(String(attendees[0]!.getFirstValue())).toMatch(/^mailto:kanarie\.hanne@example\.dk$/i)
    expect(attendees[0]!.getParameter('cn')).toBe('Hanne Kanariegård')
    expect(attendees[0]!.getParameter('rsvp')).toBe('FALSE')
    expect(String(value('organizer'))).toMatch(/^mailto:makker@localhost\.localdomain$/i)
  })

  test('has the same id for all participants and in every copy of the mail', async () => {
    const { toMentor, toMentee } = await invite()
    expect(eventOf(toMentor).value('uid')).toBe(eventOf(toMentee).value('uid'))
    await house.db.updateTable('mail').set({ state: 'pending' }).execute()
    const again = (await writeMails(house)).filter((mail) => mail.calendars.length > 0)
    for (const mail of again)
      expect(eventOf(mail).value('uid')).toBe(eventOf(toMentor).value('uid'))
  })

  test('folds its lines to the length that calendars accept', async () => {
    const name = `Kærligheds${'æøå'.repeat(20)} ${'محمد'.repeat(4)}`
    const { toMentee } = await invite({ mentee: { name, locale: 'ar' } })
    const content = toMentee.calendars[0]!.content
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of content.split('\r\n'))
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    for (const line of content.split('\r\n')) expect(line).not.toContain('\ufffd')
    expect(eventOf(toMentee).event.getFirstProperty('attendee')?.getParameter('cn')).toBe(name)
  })

  test('escapes names and places, so that they cannot add lines', async () => {
    await house.db
      .updateTable('site')
      .set({ name: 'Hus; "Nord", \\n', address: 'Torvet 1\r\nATTENDEE:mailto:evil@example.dk' })
      .execute()
    const { toMentor } = await invite({
      mentor: { name: 'Ole "Bo"; CN=X:mailto:evil@example.dk, ^n' },
    })
    const { event, value } = eventOf(toMentor)
    expect(event.getAllProperties('attendee').length).toBe(1)
    expect(String(event.getFirstPropertyValue('attendee'))).toMatch(
      /^mailto:mentor\d+@example\.dk$/i,
    )
    expect(String(value('location'))).toContain('Hus; "Nord", /n')
  })

  test('is in the reader’s language, followed by Danish for a librarian', async () => {
    const { toMentor, toMentee } = await invite()
    expect(toMentor.subject).toBe('Aftale på biblioteket')
    expect(toMentor.html).toContain('<html lang="da" dir="ltr">')
    expect(toMentor.html).not.toContain('lang="ar"')
    expect(toMentee.locale).toBe('ar')
    expect(toMentee.html).toContain('<html lang="ar" dir="rtl">')
    expect(toMentee.html.indexOf('lang="ar"')).toBeLessThan(toMentee.html.indexOf('lang="da"'))
    expect(toMentee.subject).toMatch(/\p{Script=Arabic}/u)
    expect(String(eventOf(toMentee).value('summary'))).toBe(toMentee.subject)
    expect(toMentor.text).toContain('onsdag den 25. november 2026 kl. 13.00')
    for (const { html } of [toMentor, toMentee]) expect(await validateMailHtml(html)).toEqual([])
  })

  test('reveals neither that the reader is a refugee nor anything about the other person', async () => {
    const { toMentor, toMentee } = await invite()
    for (const mail of [toMentor, toMentee]) {
      const shown = [mail.subject, mail.html, mail.text, mail.calendars[0]!.content].join('\n')
      expect(shown).not.toMatch(telling)
    }
    const whole = (mail: Message) => JSON.stringify(mail)
    for (const canary of ['Kanariehaddad', 'kanarie.amal', '55667788'])
      expect(whole(toMentor)).not.toContain(canary)
    for (const canary of ['Kanariegård', 'kanarie.hanne', '11223344'])
      expect(whole(toMentee)).not.toContain(canary)
  })

  test('is not sent for a cancelled meeting', async () => {
    const { matchId } = await aMatch(house)
    await writeMails(house)
    await planMeeting(house.ctx(programme.coordinator), {
      matchIds: [matchId],
      siteId: programme.siteId,
      startsAt: Temporal.Instant.from(wednesday),
      minutes: 60,
    })
    const cancelled = { state: 'cancelled', cancelledAt: house.clock.now() } as const
    await house.db.updateTable('meeting').set(cancelled).execute()
    expect(await writeMails(house)).toEqual([])
    const states = await house.db
      .selectFrom('mail')
      .select('state')
      .where('kind', '=', 'meeting-invitation')
      .execute()
    expect(states).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }])
  })
})

describe('asking for an answer by mail', () => {
  test.each(['da', 'en', 'ar'] as const)(
    'reveals nothing about either person, in %s',
    async (locale) => {
      const mentor = await aMentor(house, { ...canaries.mentor, locale })
      const mentee = await aMentee(house, { ...canaries.mentee, locale })
      await anOffer(house, { mentor, mentee })
      const mails = await writeMails(house)
      expect(mails.length).toBe(2)
      for (const mail of mails) {
        expect(await validateMailHtml(mail.html)).toEqual([])
        expect([mail.subject, mail.html, mail.text].join('\n')).not.toMatch(telling)
        const { to: _, ...said } = mail
        expect(JSON.stringify(said)).not.toMatch(/Kanarie|kanarie|11223344|55667788/)
        expect(mail.html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)
      }
      expect(mails.find((mail) => mail.personId === mentor.personId)?.text).toContain('Amal')
    },
  )
})
