import { expect, test } from 'vitest'
import { weekdaysWithout } from '../../../../src/features/meetings/planning/weekdays-without.ts'

type Hours = [day: number, starts: string, ends: string][]
const hours = (list: Hours) =>
  list.map(([day, starts, ends]) => ({ day, starts: `${starts}:00`, ends: `${ends}:00` }))
const person = (name: string, ...list: Hours) => ({ name, hours: hours(list) })

function why(
  people: ReturnType<typeof person>[],
  { site, minutes = 60, weekday = 4 }: { site?: Hours; minutes?: number; weekday?: number } = {},
) {
  const wanted = { people, site: site === undefined ? undefined : hours(site), minutes }
  return weekdaysWithout([], wanted).find((one) => one.weekday === weekday)
}

test('names those who have no hours that day', () => {
  const people = [person('Ahmad', [1, '10:00', '12:00']), person('Mette', [4, '10:00', '12:00'])]
  expect(why(people)).toEqual({ weekday: 4, reason: 'no-hours', names: ['Ahmad'], time: null })
  // An hour that is too short is none.
  const short = [person('Ahmad', [4, '10:00', '10:45']), person('Mette', [4, '10:00', '12:00'])]
  expect(why(short)).toMatchObject({ reason: 'no-hours', names: ['Ahmad'] })
})

test('names two whose hours do not meet, and of several those without one of whom they would', () => {
  const early = person('Ahmad', [4, '08:00', '10:00'])
  const late = person('Mette', [4, '09:30', '12:00'])
  expect(why([early, late])).toMatchObject({ reason: 'no-overlap', names: ['Ahmad', 'Mette'] })
  const other = person('Ole', [4, '09:00', '12:00'])
  expect(why([early, late, other])).toMatchObject({
    reason: 'one-too-many',
    names: ['Ahmad', 'Mette'],
  })
  const last = person('Sara', [4, '11:00', '13:00'])
  expect(why([early, late, other, last])).toMatchObject({
    reason: 'one-too-many',
    names: ['Ahmad'],
  })
  expect(why([early, early, last, last])).toMatchObject({ reason: 'no-overlap', names: [] })
})

test('joins hours that touch, as matching does', () => {
  const split = person('Ahmad', [4, '16:00', '17:00'], [4, '17:00', '18:00'])
  const late = person('Mette', [4, '16:30', '17:30'])
  expect(why([split, late])).toMatchObject({ reason: 'taken' })
})

test('says when the site opens or closes, or that it does not', () => {
  const late = [person('Mette', [4, '15:30', '20:00'])]
  expect(why(late, { site: [[4, '10:00', '16:00']] })).toMatchObject({
    reason: 'site-closes',
    time: '16:00',
  })
  const early = [person('Mette', [4, '08:00', '10:30'])]
  expect(why(early, { site: [[4, '10:00', '16:00']] })).toMatchObject({
    reason: 'site-opens',
    time: '10:00',
  })
  expect(why(late, { site: [[3, '10:00', '16:00']] })).toMatchObject({ reason: 'site-closed' })
  const noon = [person('Mette', [4, '12:30', '14:30'])]
  expect(
    why(noon, {
      site: [
        [4, '10:00', '13:00'],
        [4, '14:00', '18:00'],
      ],
    }),
  ).toMatchObject({
    reason: 'site-hours',
  })
})

test('says of no weekday that has a free time anything, also past midnight', () => {
  const startsAt = Temporal.Instant.from('2026-11-24T22:00Z')
  const free = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  // 23.00 on Tuesday to 02.00 on Wednesday: an hour can begin on both days.
  const without = weekdaysWithout(free, { people: [person('Ole')], site: undefined, minutes: 60 })
  expect(without.map(({ weekday }) => weekday)).toEqual([1, 4, 5, 6, 7])
})
