import { describe, expect, it } from 'vitest'
import { awayUntil } from '../../src/matching/away.ts'
import { addDays } from '../../src/matching/profile.ts'
import { propose } from '../../src/matching/propose.ts'
import { whyNot } from '../../src/matching/why-not.ts'
import { aMentee, aMentor, aPool, TODAY } from './pool.ts'

const daysFrom = (start: number, count: number) => ({
  from: addDays(TODAY, start),
  to: addDays(TODAY, start + count - 1),
})

describe('days away', () => {
  it('close no pair for three weeks or less, whenever they fall', () => {
    for (let start = -30; start < 60; start++)
      for (const count of [1, 7, 14, 21])
        expect(awayUntil([daysFrom(start, count)], TODAY), `${start}, ${count}`).toBeNull()
  })

  it('close every pair of a person away for the six weeks of a first meeting', () => {
    for (const start of [-5, 0, 5, 10]) {
      const away = daysFrom(start, 42)
      expect(awayUntil([away], TODAY), `${start}`).toBe(away.to)
    }
  })

  it('close no pair once they are over, or while they are far ahead', () => {
    expect(awayUntil([daysFrom(-60, 60)], TODAY)).toBeNull()
    expect(awayUntil([daysFrom(40, 90)], TODAY)).toBeNull()
    expect(awayUntil([], TODAY)).toBeNull()
    expect(awayUntil(undefined, TODAY)).toBeNull()
  })

  it('count once where absences overlap, and together where they are consecutive', () => {
    expect(awayUntil([daysFrom(7, 14), daysFrom(10, 14)], TODAY)).toBeNull()
    expect(awayUntil([daysFrom(7, 14), daysFrom(21, 14)], TODAY)).toBe(addDays(TODAY, 34))
  })
})

describe('a run with people who are away', () => {
  const long = [daysFrom(0, 42)]
  const back = addDays(TODAY, 42)

  it('proposes no one who is away for weeks, and gives the last day away', () => {
    const input = aPool({ mentors: [aMentor({ away: long })], mentees: [aMentee()] })
    const run = propose(input)
    expect(run.matched).toBe(0)
    expect(run.counts.infeasible).toEqual([{ code: 'away', count: 1 }])
    const found = whyNot(input, run, { role: 'mentee', id: 'mentee' })
    expect(found.obstaclesAmongThem).toEqual([{ code: 'away', count: 1 }])
    expect(found.smallestChange).toMatchObject({
      mentor: 'mentor',
      changes: [{ code: 'be-back', of: 'mentor', day: back }],
      gain: { matched: 1 },
    })
  })

  it('names the absence as an absent mentee’s own reason', () => {
    const input = aPool({ mentors: [aMentor()], mentees: [aMentee({ away: long })] })
    const run = propose(input)
    expect(run.unmatched.mentees).toMatchObject([{ reasons: [{ code: 'away', count: 1 }] }])
    const found = whyNot(input, run, { role: 'mentee', id: 'mentee' })
    expect(found.own).toEqual([{ code: 'away', of: 'mentee', until: addDays(back, -1) }])
    expect(found.smallestChange?.changes).toEqual([{ code: 'be-back', of: 'mentee', day: back }])
  })

  it('gives the place to a mentee who is at home', () => {
    const mentors = [
      aMentor({ id: 'a', away: long }),
      aMentor({ id: 'b', away: [daysFrom(3, 14)] }),
    ]
    const run = propose(aPool({ mentors, mentees: [aMentee()] }))
    expect(run.proposals).toMatchObject([{ mentor: 'b' }])
  })
})
