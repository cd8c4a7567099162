import { expect, test } from 'vitest'
import { fromTheWall, onTheWall, offsetsBetween } from '../../../src/features/places/wall-time.ts'
import { hoursText, readHoursText } from '../../../src/features/places/sites/hours-text.ts'

const at = (time: string, occurrence?: 'first' | 'second') => {
  const local = Temporal.PlainDateTime.from(time)
  return fromTheWall(local, { pointer: '/localStart', occurrence })
}

// 28 March 2027: at 02:00 it becomes 03:00. 31 October 2027: at 03:00 it becomes 02:00.
test('a time on the wall is one instant, and comes back as it was', () => {
  for (const [time, instant] of [
    ['2027-03-28T01:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00Z'],
    ['2027-10-31T01:59', '2027-10-30T23:59:00Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00Z'],
  ] as const) {
    const found = at(time)
    expect([time, found.startsAt.toString()]).toEqual([time, instant])
    expect(onTheWall(found.startsAt)).toEqual(found)
  }
})

test.each(['02:00', '02:30', '02:59'])(
  'the skipped %s is refused with the nearest quarters before and after',
  (time) => {
    expect(() => at(`2027-03-28T${time}`)).toThrow(
      expect.objectContaining({
        type: 'invalid-input',
        fields: [
          { pointer: '/localStart', code: 'skipped', args: { before: '01:45', after: '03:00' } },
        ],
      }),
    )
    // Both exist, and no quarter of an hour lies between them.
    const [before, after] = [at('2027-03-28T01:45'), at('2027-03-28T03:00')]
    expect(before.startsAt.until(after.startsAt).total('minutes')).toBe(15)
  },
)

test('a time that comes twice is asked about, and both answers are an hour apart', () => {
  expect(() => at('2027-10-31T02:30')).toThrow(
    expect.objectContaining({ fields: [{ pointer: '/localStart', code: 'twice' }] }),
  )
  expect(at('2027-10-31T02:30', 'first').startsAt.toString()).toBe('2027-10-31T00:30:00Z')
  expect(at('2027-10-31T02:30', 'second').startsAt.toString()).toBe('2027-10-31T01:30:00Z')
  // An answer to a question that nobody asked changes nothing.
  expect(at('2027-10-30T02:30', 'second')).toEqual(at('2027-10-30T02:30'))
})

test('the stretches of one offset cover a period without a gap', () => {
  const [from, to] = ['2027-03-01T00:00:00Z', '2028-01-01T00:00:00Z'].map((time) =>
    Temporal.Instant.from(time),
  ) as [Temporal.Instant, Temporal.Instant]
  const stretches = offsetsBetween(from, to)
  expect(stretches.map(({ minutes }) => minutes)).toEqual([60, 120, 60])
  expect(stretches.map(({ startsAt }) => startsAt)).toEqual([
    from,
    ...stretches.slice(0, -1).map(({ endsAt }) => endsAt),
  ])
  expect(stretches.at(-1)?.endsAt).toEqual(to)
})

test('hours are read as they are typed in Danish, and shown so', () => {
  expect(readHoursText('10-18')).toEqual([{ opens: '10:00', closes: '18:00' }])
  const typed = ' 8.30 – 12,  13:15-24 '
  const read = [
    { opens: '08:30', closes: '12:00' },
    { opens: '13:15', closes: '24:00' },
  ]
  expect(readHoursText(typed)).toEqual(read)
  expect(hoursText(read)).toBe('8.30–12, 13.15–24')
  expect(readHoursText(hoursText(read))).toEqual(read)
  expect(readHoursText('')).toEqual([])
  // What cannot be read stays as it is, for the schema to refuse.
  expect(readHoursText('all day')).toEqual([{ opens: 'all day', closes: '' }])
})
