import { describe, expect, it } from 'vitest'
import { upgradeRun } from '../../src/matching/upgrade-stored.ts'
import { propose } from '../../src/matching/propose.ts'
import { mostSoughtAfter } from '../../src/matching/sought-after.ts'
import { aMentee, aMentor, aPool, randomPool, seeded } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

describe('finding mentors to ask for one more place', () => {
  it('finds the mentor with too few places, with the exact gain of one more', () => {
    const wanted = aMentor({ id: 'wanted' })
    const idle = aMentor({ id: 'idle', availability: [] })
    const mentees = ['r1', 'r2'].map((id) => aMentee({ id }))
    const input = aPool({ mentors: [wanted, idle], mentees })
    const run = propose(input)
    const found = mostSoughtAfter(input, run)
    expect(found).toMatchObject([{ mentor: 'wanted', capacity: 2, gain: { matched: 1 } }])
    const after = propose(aPool({ mentors: [{ ...wanted, capacity: 2 }, idle], mentees }))
    expect(after.total).toBe(run.total + found[0]!.gain.total)
  })

  it('never gains more than the mentor’s price, and leaves out mentors with eight places', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(5_000, 60); round++) {
      const pool = randomPool(random, 8)
      const input = { ...pool, settings: { ...pool.settings, objective: 'score' as const } }
      const run = propose(input)
      const price = new Map(run.prices.mentors.map((mentor) => [mentor.id, mentor.price]))
      for (const { mentor, capacity, gain } of mostSoughtAfter(input, run)) {
        expect(gain.total).toBeLessThanOrEqual(price.get(mentor)!)
        expect(capacity).toBeLessThanOrEqual(8)
      }
    }
  })
})

describe('a run of an earlier version', () => {
  it('is solved again by this version before gains are measured', () => {
    const input = aPool({ mentors: [aMentor()], mentees: [aMentee()] })
    const run = propose(input)
    expect(upgradeRun(input, run)).toBe(run)
    const stored = { ...run, version: '0', total: 1, matched: 0 }
    expect(upgradeRun(input, stored)).toEqual(run)
  })
})
