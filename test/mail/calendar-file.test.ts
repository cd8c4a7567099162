import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type Appointment, calendarFile } from '../../src/mail/calendar-file.ts'

function fileOf(changed: Partial<Appointment> = {}): string {
  const { content } = calendarFile(
    {
      method: 'REQUEST',
      id: 'meeting-1',
      startsAt: Temporal.Instant.from('2027-03-30T15:00:00Z'),
      endsAt: Temporal.Instant.from('2027-03-30T16:00:00Z'),
      sequence: 2,
      changedAt: Temporal.Instant.from('2027-03-01T09:30:00Z'),
      summary: 'Aftale på biblioteket',
      description: 'Her er tid og sted.',
      location: 'Vollsmose Bibliotek',
      organizer: { name: 'Odense', address: 'makker@odense.example' },
      attendee: { name: 'Hanne', address: 'hanne@example.dk' },
      ...changed,
    },
    'makker.example',
  )
  return content
}

function eventOf(content: string) {
  const [event] = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent')
  return event!
}

test('asks for no reply, since nobody reads the mailbox that would get it', () => {
  const [attendee, ...others] = eventOf(fileOf()).getAllProperties('attendee')
  expect(others).toEqual([])
  expect(attendee!.getParameter('rsvp')).toBe('FALSE')
})

test('has the link to the answer in the description, and not when it is cancelled', () => {
  const answerLink = 'https://makker.example/m/abc'
  const description = (method: Appointment['method']) =>
    String(eventOf(fileOf({ method, answerLink })).getFirstPropertyValue('description'))
  expect(description('REQUEST')).toBe(`Her er tid og sted.\n\n${answerLink}`)
  expect(description('CANCEL')).toBe('Her er tid og sted.')
})

test('is dated by the change of the appointment, and is the same in every copy', () => {
  expect(fileOf()).toContain('\r\nDTSTAMP:20270301T093000Z\r\n')
  expect(fileOf()).toBe(fileOf())
})

test('ends each line in CRLF, also the last', () => {
  expect(fileOf().endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true)
  expect(fileOf().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('holds no control characters', () => {
  const odd = 'a\u0000b\u0007c\u0085d\re\r\nf\tg'
  const content = fileOf({
    ...{ summary: odd, description: odd, location: odd },
    ...{ organizer: { name: odd, address: 'a@example.dk' } },
    ...{ attendee: { name: odd, address: 'b@example.dk' } },
  })
  expect(content.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}/u)
  expect(eventOf(content).getFirstPropertyValue('summary')).toBe('abcd\ne\nf\tg')
  expect(eventOf(content).getFirstProperty('attendee')!.getParameter('cn')).toBe('a b c d e  f g')
})
