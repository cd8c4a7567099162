import { describe, expect, it } from 'vitest'
import { alternatives } from '../../src/matching/alternatives.ts'
import { withChanges } from '../../src/matching/changes.ts'
import { remarksOn } from '../../src/matching/explain.ts'
import { propose } from '../../src/matching/propose.ts'
import { scorePair } from '../../src/matching/score.ts'
import type { Mentee, Mentor, Objective, ProposeInput, Score } from '../../src/matching/types.ts'
import { whyNot } from '../../src/matching/why-not.ts'
import {
  aMentee,
  aMentor,
  aPool,
  hours,
  pick,
  randomPool,
  seeded,
  settings,
  speaks,
  TODAY,
  wishes,
} from './pool.ts'
import { seed, tries } from '../support/tries.ts'

function scoreOf(mentor: Partial<Mentor> = {}, mentee: Partial<Mentee> = {}): Score {
  const context = { settings: settings(), today: TODAY }
  const found = scorePair(aMentor(mentor), aMentee(mentee), context)
  if (!found.feasible) throw new Error('not feasible')
  return found.score
}

describe('explaining a proposal', () => {
  it('lists arguments for and against, each by points', () => {
    const remarks = remarksOn(scoreOf())
    expect(remarks.for.map(({ code, points }) => [code, points])).toEqual([
      ['topics-all', 300_000],
      ['talk', 140_000],
      ['practice', 140_000],
      ['near', 100_000],
      ['time', 75_000],
      ['waiting', 75_000],
    ])
    expect(remarks.against).toEqual([{ code: 'interests-unknown', points: 50_000 }])
  })

  it('gives an argument against the points it cost', () => {
    const needs = [
      { topic: 'job', importance: 3 },
      { topic: 'dansk', importance: 1 },
    ] as const
    const mentor = { availability: [hours(2, '17:00', '18:00')], languages: [speaks('ar')] }
    const { against } = remarksOn(scoreOf(mentor, { needs }))
    expect(against).toEqual([
      { code: 'topics-missing', topics: ['job'], points: 225_000 },
      {
        code: 'time-short',
        minutes: 60,
        pieces: [hours(2, '17:00', '18:00')],
        points: 112_500,
      },
      { code: 'practice-missing', mentorDanish: 'A0', points: 100_000 },
      { code: 'interests-unknown', points: 50_000 },
    ])
  })

  it('distinguishes an interpreter, a meeting online and an unmet wish from what they replace', () => {
    const mentee = {
      languages: [speaks('ti')],
      interpreterAcceptable: true,
      meets: 'online' as const,
      wishes: wishes({ gender: { wanted: 'man', strength: 'prefer' } }),
    }
    const codes = remarksOn(scoreOf({ meets: 'either' }, mentee)).against.map(({ code }) => code)
    expect(codes.sort()).toEqual(['interests-unknown', 'interpreter', 'online', 'wish-unmet'])
  })
})

describe('explaining why a person has no proposal', () => {
  /** An example with Tigrinya: two mentors are full, and one has no common hour. */
  const mentors = [
    aMentor({ id: 'full-1', languages: [speaks('ti')], taken: 1 }),
    aMentor({ id: 'full-2', languages: [speaks('ti')], capacity: 2, taken: 2 }),
    aMentor({
      id: 'busy',
      languages: [speaks('ti')],
      availability: [hours(2, '19:00', '21:00'), hours(4, '12:00', '13:00')],
    }),
    aMentor({ id: 'dane' }),
  ]
  const selam = aMentee({ id: 'selam', languages: [speaks('ti')] })
  const input = aPool({ mentors, mentees: [selam] })

  it('counts the obstacles among the people the person can talk with', () => {
    const found = whyNot(input, propose(input), { role: 'mentee', id: 'selam' })
    expect(found).toMatchObject({
      why: 'blocked',
      others: 4,
      feasible: 0,
      canTalkWith: 3,
      obstaclesAmongThem: [
        { code: 'no-place', count: 2 },
        { code: 'no-common-time', count: 1 },
      ],
    })
  })

  it('finds the smallest change: an hour of the mentee before another place or an interpreter', () => {
    const { smallestChange } = whyNot(input, propose(input), { role: 'mentee', id: 'selam' })
    expect(smallestChange).toMatchObject({
      mentor: 'busy',
      changes: [{ code: 'free-hours', of: 'mentee', day: 2, from: '19:00', to: '20:00' }],
      gain: { matched: 1 },
    })
  })

  it('asks for one more place when all suitable mentors are full', () => {
    const mentees = [aMentee({ id: 'first', readySince: '2026-01-01' }), aMentee({ id: 'second' })]
    const crowded = aPool({ mentors: [aMentor()], mentees })
    const found = whyNot(crowded, propose(crowded), { role: 'mentee', id: 'second' })
    expect(found).toMatchObject({ why: 'others-first', feasible: 1, suitable: 1 })
    expect(found.smallestChange?.changes).toEqual([
      { code: 'more-places', of: 'mentor', capacity: 2 },
    ])
  })

  it('separates the person’s own reasons from the rest', () => {
    const pool = aPool({ mentors: [aMentor()], mentees: [aMentee({ readySince: null })] })
    const found = whyNot(pool, propose(pool), { role: 'mentee', id: 'mentee' })
    expect(found).toMatchObject({ own: [{ code: 'not-ready' }], feasible: 0, suitable: 1 })
    expect(found.smallestChange?.changes).toEqual([{ code: 'be-ready', of: 'mentee' }])
  })

  it('suggests no change for an excluded pair', () => {
    const excluded = [{ mentor: 'mentor', mentee: 'mentee' }]
    const pool = aPool({ mentors: [aMentor()], mentees: [aMentee()], excluded })
    const found = whyNot(pool, propose(pool), { role: 'mentee', id: 'mentee' })
    expect(found.smallestChange).toBe(null)
  })

  it('does not ask anyone to give up a wish when an hour would do', () => {
    const women = wishes({ gender: { wanted: 'woman', strength: 'must' } })
    const pool = aPool({
      mentors: [
        aMentor({ id: 'a-man', gender: 'man' }),
        aMentor({ id: 'b-woman', availability: [hours(3, '17:00', '18:00')] }),
      ],
      mentees: [aMentee({ wishes: women })],
    })
    const found = whyNot(pool, propose(pool), { role: 'mentee', id: 'mentee' })
    expect(found.smallestChange?.mentor).toBe('b-woman')
  })

  it('gives a change that matches the person and unmatches no one', () => {
    const random = seeded(seed)
    const rounds = tries(5_000, 80)
    let promises = 0
    for (let round = 0; round < rounds; round++) {
      const pool = withObjective(randomPool(random, 7), random)
      const run = propose(pool)
      for (const person of [...run.unmatched.mentees, ...run.unmatched.mentors]) {
        const { smallestChange: found } = whyNot(pool, run, person)
        if (found === null) continue
        promises += 1
        const again = propose(withChanges(pool, found, found.changes))
        expect(again.matched - run.matched).toBe(found.gain.matched)
        expect(again.total - run.total).toBe(found.gain.total)
        expect(again.proposals.some((p) => p[person.role] === person.id)).toBe(true)
        const matched = new Set(again.proposals.map(({ mentee }) => mentee))
        expect(run.proposals.every(({ mentee }) => matched.has(mentee))).toBe(true)
      }
    }
    expect(promises).toBeGreaterThan(rounds / 2)
  })
})

describe('weighing alternatives', () => {
  it('gives the cost of another mentor to everyone', () => {
    const mentors = [aMentor({ id: 'm1', offers: ['dansk', 'job'] }), aMentor({ id: 'm2' })]
    const mentees = [
      aMentee({ id: 'r1' }),
      aMentee({ id: 'r2', needs: [{ topic: 'job', importance: 3 }] }),
    ]
    const input = aPool({ mentors, mentees })
    const [found, ...rest] = alternatives(input, propose(input), 'r1')
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      mentor: 'm1',
      cost: {
        matched: 0,
        total: 300_000,
        broken: [{ mentor: 'm1', mentee: 'r2' }],
        unmatched: [],
      },
    })
    expect(found.atLeast).toBeLessThanOrEqual(300_000)
  })

  it('names the mentees who would lose their match', () => {
    const mentors = [aMentor({ id: 'm1' }), aMentor({ id: 'm2', languages: [speaks('ar')] })]
    const mentees = [aMentee({ id: 'r1' }), aMentee({ id: 'r2', languages: [speaks('da', 'B1')] })]
    const input = aPool({ mentors, mentees })
    const [found] = alternatives(input, propose(input), 'r1')
    expect(found).toMatchObject({ mentor: 'm1', cost: { matched: 1, unmatched: ['r2'] } })
  })

  it('never costs less than the prices say, and never gains', () => {
    const random = seeded(seed)
    const rounds = tries(5_000, 80)
    let seen = 0
    for (let round = 0; round < rounds; round++) {
      const input = { ...randomPool(random, 6), settings: settings({ objective: 'score' }) }
      const run = propose(input)
      for (const { id } of input.mentees) {
        for (const { atLeast, cost } of alternatives(input, run, id)) {
          expect(cost.total).toBeGreaterThanOrEqual(atLeast)
          seen += 1
        }
      }
    }
    expect(seen).toBeGreaterThan(rounds / 2)
  })

  it('never matches more than the run did, under any objective that puts coverage first', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(5_000, 80); round++) {
      const input = { ...randomPool(random, 6), settings: settings({ objective: 'coverage' }) }
      const run = propose(input)
      for (const { id } of input.mentees) {
        for (const { cost } of alternatives(input, run, id)) {
          expect(cost.matched).toBeGreaterThanOrEqual(0)
        }
      }
    }
  })

  it('has none for a locked pair', () => {
    const mentors = [aMentor({ id: 'm1' }), aMentor({ id: 'm2' })]
    const locked = [{ mentor: 'm1', mentee: 'mentee' }]
    const input = aPool({ mentors, mentees: [aMentee()], locked })
    expect(alternatives(input, propose(input), 'mentee')).toEqual([])
  })
})

function withObjective(input: ProposeInput, random: () => number): ProposeInput {
  const objective = pick<Objective>(random, ['coverage', 'score', 'worst-off'])
  return { ...input, settings: settings({ objective }) }
}
