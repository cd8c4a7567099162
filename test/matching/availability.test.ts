import { describe, expect, it } from 'vitest'
import {
  commonPieces,
  commonSlots,
  intervalProblem,
  longestCommonSlots,
  weekBits,
} from '../../src/matching/availability.ts'
import type { WeeklyInterval } from '../../src/matching/types.ts'
import { hours, pick, seeded } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

describe('comparing weekly hours', () => {
  it('finds common hours and their longest piece', () => {
    const a = weekBits([hours(2, '17:00', '19:00'), hours(6, '10:00', '12:00')])
    const b = weekBits([hours(2, '17:30', '21:00'), hours(6, '11:45', '14:00')])
    expect(commonSlots(a, b)).toBe(7)
    expect(longestCommonSlots(a, b)).toBe(6)
    expect(commonPieces(a, b)).toEqual([hours(2, '17:30', '19:00'), hours(6, '11:45', '12:00')])
  })

  it('does not add two half hours up to an hour in one piece', () => {
    const a = weekBits([hours(1, '17:00', '17:30'), hours(1, '18:00', '18:30')])
    expect(longestCommonSlots(a, a)).toBe(2)
    expect(commonSlots(a, a)).toBe(4)
  })

  it('treats the end of an interval as not included', () => {
    const until = weekBits([hours(3, '16:00', '17:00')])
    const after = weekBits([hours(3, '17:00', '18:00')])
    expect(commonSlots(until, after)).toBe(0)
  })

  it('joins intervals that overlap or touch', () => {
    const given = weekBits([
      hours(4, '16:00', '18:00'),
      hours(4, '17:00', '19:00'),
      hours(4, '19:00', '20:00'),
    ])
    expect(given).toEqual(weekBits([hours(4, '16:00', '20:00')]))
  })

  it('carries a piece across midnight, and from Sunday night into Monday', () => {
    const night = weekBits([hours(1, '23:30', '24:00'), hours(2, '00:00', '00:30')])
    expect(longestCommonSlots(night, night)).toBe(4)
    const weekend = weekBits([hours(7, '23:00', '24:00'), hours(1, '00:00', '00:45')])
    expect(longestCommonSlots(weekend, weekend)).toBe(7)
    expect(commonPieces(weekend, weekend)).toEqual([
      hours(1, '00:00', '00:45'),
      hours(7, '23:00', '24:00'),
    ])
  })

  it('treats a whole week as one piece, and no hours as none', () => {
    const days = [1, 2, 3, 4, 5, 6, 7] as const
    const always = weekBits(days.map((day) => hours(day, '00:00', '24:00')))
    expect(longestCommonSlots(always, always)).toBe(672)
    expect(longestCommonSlots(always, weekBits([]))).toBe(0)
  })

  it('refuses an interval that crosses midnight, ends where it starts or is off the quarter', () => {
    expect(intervalProblem(hours(5, '22:00', '02:00'))?.code).toBe('interval-ends-before-start')
    expect(intervalProblem(hours(5, '22:00', '22:00'))?.code).toBe('interval-ends-before-start')
    for (const time of ['17:10', '24:15', '9:00', '25:00', 'evening', '24:00']) {
      expect(intervalProblem(hours(5, time, '24:00')), time).toEqual({
        code: 'interval-time',
        value: time,
      })
    }
    expect(intervalProblem({ day: 8, from: '10:00', to: '11:00' } as never)?.code).toBe(
      'interval-time',
    )
    expect(() => weekBits([hours(5, '22:00', '02:00')])).toThrow('interval-ends-before-start')
  })

  it('agrees with counting quarter by quarter on random weeks', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 200); round++) {
      const a = randomWeek(random)
      const b = randomWeek(random)
      const common = Array.from({ length: 672 }, (_, slot) => isFree(a, slot) && isFree(b, slot))
      const [x, y] = [weekBits(a), weekBits(b)]
      expect(commonSlots(x, y)).toBe(common.filter(Boolean).length)
      expect(longestCommonSlots(x, y)).toBe(longestRun(common))
    }
  })
})

function randomWeek(random: () => number): WeeklyInterval[] {
  return Array.from({ length: Math.floor(random() * 20) }, () => {
    const from = Math.floor(random() * 96)
    const to = from + 1 + Math.floor(random() * (96 - from))
    return hours(pick(random, [1, 2, 3, 7]), clock(from), clock(to))
  })
}

function clock(quarter: number): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`
}

function isFree(week: readonly WeeklyInterval[], slot: number): boolean {
  const time = clock(slot % 96)
  return week.some((i) => i.day === Math.floor(slot / 96) + 1 && i.from <= time && time < i.to)
}

function longestRun(free: readonly boolean[]): number {
  let longest = 0
  let run = 0
  for (const isFreeNow of [...free, ...free]) {
    run = isFreeNow ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return Math.min(longest, free.length)
}
