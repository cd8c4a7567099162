import { describe, expect, it } from 'vitest'
import { propose } from '../../src/matching/propose.ts'
import { whatIf } from '../../src/matching/what-if.ts'
import { aMentee, aMentor, aPool, randomPool, seeded, settings } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

describe('asking what if', () => {
  const mentors = [
    aMentor({ id: 'm1', offers: ['dansk', 'job'] }),
    aMentor({ id: 'm2', municipality: '0440', furthestDistanceKm: 40 }),
  ]
  const mentees = [
    aMentee({ id: 'r1', furthestDistanceKm: 40 }),
    aMentee({
      id: 'r2',
      municipality: '0440',
      furthestDistanceKm: 40,
      needs: [{ topic: 'job', importance: 3 }],
    }),
  ]
  const input = aPool({ mentors, mentees })

  it('shows which pairs a change of weights moves', () => {
    const weights = {
      topics: 0,
      language: 0.2,
      time: 0.15,
      waiting: 0.15,
      distance: 0.5,
      interests: 0,
    }
    const [base, near] = whatIf(input, [{ name: 'near', settings: { weights } }])
    expect(base.changes).toMatchObject({ same: 2, gone: [], come: [] })
    expect(base.run.proposals.map((p) => [p.mentor, p.mentee]).sort()).toEqual([
      ['m1', 'r2'],
      ['m2', 'r1'],
    ])
    expect(near.name).toBe('near')
    expect(near.changes).toMatchObject({ same: 0, nowMatched: [], nowUnmatched: [] })
    expect(near.changes.come).toHaveLength(2)
  })

  it('shows what one more mentor would bring', () => {
    const three = aPool({ mentors, mentees: [...mentees, aMentee({ id: 'r3' })] })
    const [base, more] = whatIf(three, [{ name: 'one more', addMentors: [aMentor({ id: 'm3' })] }])
    expect(base.figures).toMatchObject({ matched: 2, unmatched: 1, medianWaitUnmatched: 60 })
    expect(more.figures).toMatchObject({ matched: 3, unmatched: 0, medianWaitUnmatched: null })
    expect(more.changes.nowMatched).toHaveLength(1)
  })

  it('shows what more places would bring, for one mentor or for all, and never more than eight', () => {
    const five = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => aMentee({ id }))
    const pool = aPool({ mentors: [aMentor({ id: 'm1' }), aMentor({ id: 'm2' })], mentees: five })
    const matched = whatIf(pool, [
      { name: 'one', morePlaces: { mentor: 'm2', places: 1 } },
      { name: 'all', morePlaces: { mentor: 'all', places: 1 } },
      { name: 'too many', morePlaces: { mentor: 'all', places: 100 } },
    ]).map(({ figures }) => figures.matched)
    expect(matched).toEqual([2, 3, 4, 5])
  })

  it('measures outcomes in the original weights too, under which none has a higher total', () => {
    const random = seeded(seed)
    const weights = { topics: 0, language: 0, time: 0, waiting: 0, distance: 1, interests: 0 }
    const rounds = tries(5_000, 60)
    let differing = 0
    for (let round = 0; round < rounds; round++) {
      const pool = { ...randomPool(random, 7), settings: settings({ objective: 'score' }) }
      const [base, near] = whatIf(pool, [{ name: 'near', settings: { weights } }])
      expect(base.figures.totalAsNow).toBe(base.figures.total)
      expect(base.figures.lowestAsNow).toBe(base.figures.lowest)
      expect(near.figures.totalAsNow).toBeLessThanOrEqual(base.figures.total)
      if (near.figures.totalAsNow !== near.figures.total) differing += 1
    }
    expect(differing).toBeGreaterThan(rounds / 3)
  })

  it('compares objectives, each with its own optimum', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(5_000, 60); round++) {
      const pool = randomPool(random, 7)
      const objectives = ['coverage', 'score', 'worst-off'] as const
      const found = whatIf(
        pool,
        objectives.map((objective) => ({ name: objective, settings: { objective } })),
      )
      for (const [at, objective] of objectives.entries()) {
        const alone = propose({ ...pool, settings: settings({ objective }) })
        const { run, figures } = found[at + 1]
        expect(run.total).toBe(alone.total)
        expect(run.matched).toBe(alone.matched)
        expect(figures.total).toBe(alone.total)
      }
      const [base, coverage] = found
      expect(coverage.changes).toMatchObject({ same: base.run.matched, gone: [], come: [] })
    }
  })

  it('does not change its input', () => {
    const before = JSON.stringify(input)
    whatIf(input, [{ name: 'x', locked: [{ mentor: 'm1', mentee: 'r1' }] }])
    expect(JSON.stringify(input)).toBe(before)
  })
})
