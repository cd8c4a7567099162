import { describe, expect, test } from 'vitest'
import { type Attendee, findSlots, notFree } from '../../../src/features/meetings/planning/slots.ts'

const at = (time: string) => Temporal.Instant.from(time)
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16)

function somebody(
  id: string,
  hours: [day: number, starts: string, ends: string][],
  busy: [from: string, to: string][] = [],
): Attendee {
  return {
    id,
    hours: hours.map(([day, starts, ends]) => ({ day, starts, ends })),
    busy: busy.map(([from, to]) => ({ startsAt: at(from), endsAt: at(to) })),
  }
}

const monday = at('2026-11-23T09:00Z')
const find = (attendees: Attendee[], { now = monday, minutes = 60, limit = 8 } = {}) =>
  findSlots(attendees, now, minutes, limit).map((slot) => [local(slot.startsAt), ...slot.notFree])

describe('finding times to meet', () => {
  test('proposes the hours that everyone has in common, from tomorrow on', () => {
    const amal = somebody('amal', [[1, '12:00', '17:00']])
    const hanne = somebody('hanne', [[1, '15:30', '21:00']])
    // Today is Monday; the first proposals are for the next Monday.
    expect(find([amal, hanne], { limit: 2 })).toEqual([['2026-11-30T15:30'], ['2026-11-30T16:00']])
  })

  test('proposes at most two times a day', () => {
    const amal = somebody('amal', [
      [2, '09:00', '17:00'],
      [4, '09:00', '17:00'],
    ])
    expect(find([amal], { limit: 6 })).toEqual([
      ['2026-11-24T09:00'],
      ['2026-11-24T09:30'],
      ['2026-11-26T09:00'],
      ['2026-11-26T09:30'],
      ['2026-12-01T09:00'],
      ['2026-12-01T09:30'],
    ])
  })

  test('looks no more than two weeks ahead', () => {
    const amal = somebody('amal', [[1, '12:00', '13:00']])
    expect(find([amal])).toEqual([['2026-11-30T12:00'], ['2026-12-07T12:00']])
  })

  test('leaves out times that overlap a meeting, but not those right after it', () => {
    const amal = somebody(
      'amal',
      [[2, '12:00', '15:00']],
      [['2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z']],
    )
    const onTuesday = find([amal]).filter(([time]) => time?.startsWith('2026-11-24'))
    expect(onTuesday).toEqual([['2026-11-24T13:00'], ['2026-11-24T13:30']])
  })

  test('proposes a time only if the whole meeting fits, also when it fits exactly', () => {
    const amal = somebody('amal', [[2, '12:00', '13:00']])
    expect(find([amal], { minutes: 61 })).toEqual([])
    expect(find([amal], { minutes: 60, limit: 1 })).toEqual([['2026-11-24T12:00']])
  })

  test('does not run across two intervals of weekly hours', () => {
    const amal = somebody('amal', [
      [2, '11:00', '12:00'],
      [2, '13:00', '14:00'],
    ])
    expect(find([amal], { minutes: 90 })).toEqual([])
  })

  test('names who is not free when no time suits everyone, the fewest missing first', () => {
    const people = [
      somebody('amal', [[2, '12:00', '13:00']]),
      somebody('hanne', [[2, '12:00', '13:00']]),
      somebody('ole', [[3, '12:00', '13:00']]),
    ]
    expect(find(people, { limit: 3 })).toEqual([
      ['2026-11-24T12:00', 'ole'],
      ['2026-12-01T12:00', 'ole'],
      ['2026-11-25T12:00', 'amal', 'hanne'],
    ])
  })

  test('begins on the half hour, also when an interval begins at a quarter past', () => {
    expect(find([somebody('amal', [[2, '12:15', '14:00']])], { limit: 1 })).toEqual([
      ['2026-11-24T12:30'],
    ])
  })

  test('finds nothing for people without hours', () => {
    expect(find([somebody('amal', [])])).toEqual([])
  })

  test('counts days in Danish time: late on Monday evening, tomorrow is Tuesday', () => {
    const amal = somebody('amal', [[2, '09:00', '10:00']])
    // 23:30 on Monday in Denmark, 22:30 UTC; and half past midnight, which is Tuesday already.
    expect(find([amal], { now: at('2026-11-23T22:30Z'), limit: 1 })).toEqual([['2026-11-24T09:00']])
    expect(find([amal], { now: at('2026-11-23T23:30Z'), limit: 1 })).toEqual([['2026-12-01T09:00']])
  })
})

describe('finding times when the clocks change', () => {
  // 28 March 2027: at 02:00 it becomes 03:00. 25 October 2026: at 03:00 it becomes 02:00.
  test('follows local time when summer time begins', () => {
    const amal = somebody('amal', [[7, '09:00', '10:00']])
    const [slot] = findSlots([amal], at('2027-03-22T09:00Z'), 60, 1)
    expect(slot?.startsAt.toString()).toBe('2027-03-28T07:00:00Z')
    expect(notFree([amal], slot!.startsAt, 60)).toEqual([])
  })

  test('follows local time when summer time ends', () => {
    const amal = somebody('amal', [[7, '09:00', '10:00']])
    const [slot] = findSlots([amal], at('2026-10-19T09:00Z'), 60, 1)
    expect(slot?.startsAt.toString()).toBe('2026-10-25T08:00:00Z')
    expect(notFree([amal], slot!.startsAt, 60)).toEqual([])
  })

  test('proposes no time in the hour that summer time skips', () => {
    const night = somebody('night', [[7, '02:00', '03:00']])
    expect(find([night], { now: at('2027-03-22T09:00Z'), minutes: 30 })).toEqual([
      ['2027-04-04T02:00'],
      ['2027-04-04T02:30'],
    ])
  })

  test('tells the two hours apart that have the same local time when summer time ends', () => {
    const night = somebody('night', [[7, '02:00', '03:00']])
    const first = at('2026-10-25T00:00:00Z')
    const second = at('2026-10-25T01:00:00Z')
    expect([local(first), local(second)]).toEqual(['2026-10-25T02:00', '2026-10-25T02:00'])
    expect(notFree([night], first, 60)).toEqual([])
    const met = { ...night, busy: [{ startsAt: first, endsAt: second }] }
    expect(notFree([met], first, 60)).toEqual(['night'])
    expect(notFree([met], second, 60)).toEqual([])
  })
})

describe('asking who is free', () => {
  const amal = somebody('amal', [[2, '12:00', '24:00']])
  test.each([
    ['at the first minute', '2026-11-24T11:00:00Z', 60, []],
    ['a minute before', '2026-11-24T10:59:00Z', 60, ['amal']],
    ['until midnight', '2026-11-24T22:00:00Z', 60, []],
    ['past midnight', '2026-11-24T22:30:00Z', 60, ['amal']],
    ['on another day', '2026-11-25T12:00:00Z', 60, ['amal']],
  ])('%s', (_, time, minutes, missing) => {
    expect(notFree([amal], at(time), minutes)).toEqual(missing)
  })
})
