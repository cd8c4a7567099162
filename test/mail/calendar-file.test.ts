import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import { type Appointment, calendarFeed, calendarFile } from '../../src/mail/calendar-file.ts'
import { seed, tries } from '../support/tries.ts'

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

test('has a name for everybody, also for one that a calendar cannot hold', () => {
  const content = fileOf({ attendee: { name: '"";^', address: 'b@example.dk' } })
  expect(eventOf(content).getFirstProperty('attendee')!.getParameter('cn')).toBe('–')
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

const start = Temporal.PlainDate.from('2026-01-01')

/** The Danish nights of 2026 to 2035 on which the clocks change. */
const clockChanges = Array.from({ length: 10 }, (_, at) => 2026 + at).flatMap((year) =>
  [3, 10].map((month) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 })
    return last.subtract({ days: last.dayOfWeek % 7 })
  }),
)

describe('generated appointments', () => {
  /** What tests of escaping and folding need: quotes, separators, line ends, other scripts. */
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      ...['"', "'", '\\', '\\n', '\\\\', ';', ',', ':', '^', "^'", '^n', '=', '\r\n', '\n', '\r'],
      ...['\t', ' ', '\u0000', '\u2028', '\u00a0', '👩‍👩‍👧', '🇩🇰', 'e\u0301', 'æøå', '\u200f'],
      ...['محمد', 'أمينة', 'ሰላም', 'Олена', 'END:VEVENT', '\r\nATTENDEE:mailto:evil@example.dk'],
      ...['\nBEGIN:VALARM', 'ATTACH:http://evil.example'],
    ),
  )
  const text = fc
    .oneof(
      { weight: 4, arbitrary: fc.array(piece, { maxLength: 8 }) },
      { weight: 1, arbitrary: fc.array(piece, { minLength: 20, maxLength: 60 }) },
    )
    .map((pieces) => pieces.join(''))
  const day = fc.oneof(
    fc.integer({ min: 0, max: 3_650 }).map((days) => start.add({ days })),
    // The nights on which the clocks change, and the days beside them.
    fc
      .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -1, max: 1 }))
      .map(([change, days]) => change.add({ days })),
  )
  const startsAt = fc.tuple(day, fc.integer({ min: 0, max: 95 })).map(([date, quarter]) =>
    date
      .toZonedDateTime('UTC')
      .add({ minutes: 15 * quarter })
      .toInstant(),
  )
  const version = fc.record({
    startsAt,
    minutes: fc.integer({ min: 15, max: 480 }),
    changedAt: startsAt,
    summary: text,
    description: text,
    location: text,
    attendee: text.map((text) => `Åse ${text}`),
    organizer: text.map((text) => `Bo ${text}`),
    answerLink: fc.option(fc.webUrl(), { nil: undefined }),
  })
  const history = fc.record({
    id: fc.uuid(),
    versions: fc.array(version, { minLength: 1, maxLength: 4 }),
    isCancelled: fc.boolean(),
  })

  /** A text as a calendar can hold it. */
  const held = (text: string) =>
    text
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .replaceAll('\\', '/')
  const named = (text: string) => text.replace(/["^;\\\u2028\u2029\p{Cc}]/gu, ' ').trim() || '–'
  const toSecond = (at: Temporal.Instant) =>
    at.round({ smallestUnit: 'second', roundingMode: 'trunc' }).epochMilliseconds

  type Read = Record<string, unknown>
  /** node-ical takes away the quotes around a whole text. */
  const withoutQuotes = (event: Read): Read =>
    Object.fromEntries(
      Object.entries(event).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(/^"(.*)"$/, '$1') : value,
      ]),
    )

  type Party = { val: string; params: Record<string, unknown> }

  /** What ical.js reads, with every property that is there. */
  function byFirst(content: string): { calendar: Read; events: Read[] } {
    const parsed = new ICAL.Component(ICAL.parse(content))
    expect(parsed.getAllSubcomponents().map(({ name }) => name)).toEqual(
      parsed.getAllSubcomponents('vevent').map(() => 'vevent'),
    )
    const valuesOf = (component: InstanceType<typeof ICAL.Component>): Read =>
      Object.fromEntries(
        component.getAllProperties().map((property) => {
          const value = property.getFirstValue()
          const isTime = value instanceof ICAL.Time
          return [property.name, isTime ? value.toUnixTime() * 1000 : String(value)]
        }),
      )
    const events = parsed.getAllSubcomponents('vevent').map((event) => {
      const values = valuesOf(event)
      const all = event.getAllProperties()
      expect(all.length).toBe(Object.keys(values).length)
      const cn = (name: string) => event.getFirstProperty(name)?.getParameter('cn')
      const attendee = event.getFirstProperty('attendee')
      return {
        ...values,
        sequence: Number(values.sequence),
        ...(attendee && {
          attendee: String(values.attendee).toLowerCase(),
          attendeeName: cn('attendee'),
          rsvp: attendee.getParameter('rsvp'),
          organizer: String(values.organizer).toLowerCase(),
          organizerName: cn('organizer'),
        }),
      }
    })
    return { calendar: valuesOf(parsed), events }
  }

  /** What node-ical reads, under the same names. */
  function bySecond(content: string): Read[] {
    const components = Object.values(nodeIcal.sync.parseICS(content))
    return components
      .filter((one): one is VEvent => one?.type === 'VEVENT')
      .map((event) => {
        // It adds these three.
        const { type: _, datetype: __, method: ___, ...read } = event
        const { start, end, dtstamp, sequence, attendee, organizer, ...texts } = read
        const [reader, sender] = [attendee, organizer] as (Party | undefined)[]
        return {
          ...texts,
          sequence: Number(sequence),
          dtstamp: dtstamp.getTime(),
          dtstart: start.getTime(),
          dtend: end!.getTime(),
          ...(reader !== undefined && {
            attendee: reader.val.toLowerCase(),
            attendeeName: reader.params.CN,
            rsvp: String(reader.params.RSVP).toUpperCase(),
            organizer: sender!.val.toLowerCase(),
            organizerName: sender!.params.CN,
          }),
        }
      })
  }

  function expectLines(content: string): void {
    expect(content.endsWith('\r\n')).toBe(true)
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|(?!\t)\p{Cc}/u)
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76)
  }

  test('are equal in two independent parsers, with the expected properties only', () => {
    fc.assert(
      fc.property(history, ({ id, versions, isCancelled }) => {
        const files = versions.map((version, sequence): Appointment => {
          const { minutes, organizer, attendee, answerLink, ...given } = version
          const isLast = sequence === versions.length - 1
          return {
            ...given,
            ...(answerLink !== undefined && { answerLink }),
            id: `meeting-${id}`,
            method: isCancelled && isLast ? 'CANCEL' : 'REQUEST',
            sequence,
            endsAt: version.startsAt.add({ minutes }),
            organizer: { name: organizer, address: 'makker@odense.example' },
            attendee: { name: attendee, address: 'hanne@example.dk' },
          }
        })
        for (const file of files) {
          const { content } = calendarFile(file, 'makker.example')
          expectLines(content)
          const isOff = file.method === 'CANCEL'
          const link = isOff || file.answerLink === undefined ? [] : [file.answerLink]
          const description = held([file.description, ...link].join('\n\n'))
          const event = {
            ...entryOf(file, isOff, description),
            attendee: 'mailto:hanne@example.dk',
            attendeeName: named(file.attendee.name),
            rsvp: 'FALSE',
            organizer: 'mailto:makker@odense.example',
            organizerName: named(file.organizer.name),
          }
          const calendar = { version: '2.0', prodid: '-//Makker//Makker//EN', method: file.method }
          expect(byFirst(content)).toEqual({ calendar, events: [event] })
          expect(bySecond(content)).toEqual([withoutQuotes(event)])
        }
      }),
      { numRuns: tries(100_000), seed },
    )
  })

  test('are the same entries in a calendar that is subscribed to', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 3 }), (histories) => {
        const entries = histories.map(({ id, versions, isCancelled }) => {
          const { minutes, startsAt, changedAt, summary, description, location } = versions.at(-1)!
          return {
            id: `meeting-${id}`,
            isOff: isCancelled,
            sequence: versions.length - 1,
            ...{ startsAt, changedAt, summary, description, location },
            endsAt: startsAt.add({ minutes }),
          }
        })
        const content = calendarFeed('Aftaler', entries, 'makker.example')
        expectLines(content)
        const events = entries.map((entry) => entryOf(entry, entry.isOff, held(entry.description)))
        const first = byFirst(content)
        expect(first.events).toEqual(events)
        expect(first.calendar).toEqual({
          ...{ version: '2.0', prodid: '-//Makker//Makker//EN', method: 'PUBLISH' },
          ...{ name: 'Aftaler', 'x-wr-calname': 'Aftaler' },
          ...{ 'refresh-interval': 'PT1H', 'x-published-ttl': 'PT1H' },
        })
        expect(bySecond(content)).toEqual(events.map(withoutQuotes))
      }),
      { numRuns: tries(100_000), seed },
    )
  })

  function entryOf(
    entry: Omit<Appointment, 'method' | 'organizer' | 'attendee'>,
    isOff: boolean,
    description: string,
  ): Read {
    const location = held(entry.location)
    return {
      uid: `${entry.id}@makker.example`,
      sequence: entry.sequence,
      dtstamp: toSecond(entry.changedAt),
      dtstart: toSecond(entry.startsAt),
      dtend: toSecond(entry.endsAt),
      summary: held(entry.summary),
      ...(location !== '' && { location }),
      ...(description !== '' && { description }),
      status: isOff ? 'CANCELLED' : 'CONFIRMED',
    }
  }
})
