import { expect, test } from 'vitest'
import { bestTimes } from '../../../../src/features/meetings/planning/best-times.ts'

const danish = (time: string) =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/Copenhagen').toInstant()

const free = (...periods: [day: string, from: string, to: string][]) =>
  periods.map(([day, from, to]) => ({
    startsAt: danish(`${day}T${from}`),
    endsAt: danish(`${day}T${to}`),
  }))

const best = (periods: ReturnType<typeof free>, minutes = 60, last?: string) =>
  bestTimes(periods, minutes, last === undefined ? undefined : danish(last)).map(
    ({ startsAt, reason }) => [
      startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16),
      reason,
    ],
  )

test('the soonest, one with room to spare, and one on another weekday, in order', () => {
  const periods = free(
    ['2026-11-24', '10:00', '11:00'],
    ['2026-11-25', '10:00', '11:30'],
    ['2026-12-01', '10:00', '14:00'],
  )
  expect(best(periods)).toEqual([
    ['2026-11-24T10:00', 'soonest'],
    ['2026-11-25T10:00', 'other-weekday'],
    ['2026-12-01T11:30', 'room-to-spare'],
  ])
})

test('the weekday and hour of the last meeting, if everybody has it again', () => {
  const periods = free(
    ['2026-11-24', '10:00', '14:00'],
    ['2026-11-26', '15:00', '18:00'],
    ['2026-12-03', '15:00', '18:00'],
  )
  expect(best(periods, 60, '2026-11-19T16:15')).toEqual([
    ['2026-11-24T10:00', 'soonest'],
    ['2026-11-26T16:15', 'as-last-time'],
    ['2026-12-03T15:00', 'other-day'],
  ])
  // 16.15 and two hours do not fit: it is the soonest and the roomiest there.
  expect(best(periods, 120, '2026-11-19T16:15').map(([, reason]) => reason)).not.toContain(
    'as-last-time',
  )
})

test('three on three days, and fewer when there are fewer days', () => {
  const sameDay = free(['2026-11-24', '08:00', '09:00'], ['2026-11-24', '10:00', '12:30'])
  expect(best(sameDay)).toEqual([['2026-11-24T08:00', 'soonest']])
  expect(best([])).toEqual([])
  const weekly = free(
    ['2026-11-24', '10:00', '11:00'],
    ['2026-12-01', '10:00', '11:00'],
    ['2026-12-08', '10:00', '11:00'],
    ['2026-12-15', '10:00', '11:00'],
  )
  expect(best(weekly).map(([time]) => time)).toEqual([
    '2026-11-24T10:00',
    '2026-12-01T10:00',
    '2026-12-08T10:00',
  ])
})

test('what is called roomy is the longest of the two weeks from the soonest', () => {
  const periods = free(
    ['2026-11-24', '10:00', '11:00'],
    ['2026-12-07', '10:00', '12:00'],
    ['2026-12-09', '08:00', '18:00'],
  )
  expect(best(periods)).toContainEqual(['2026-12-07T10:30', 'room-to-spare'])
})
