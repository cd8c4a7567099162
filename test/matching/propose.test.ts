import { describe, expect, it } from 'vitest'
import { population } from '../../bench/matching/population.ts'
import { propose } from '../../src/matching/propose.ts'
import { daysBetween } from '../../src/matching/profile.ts'
import { scorePair } from '../../src/matching/score.ts'
import type { Objective, ProposalRun, ProposeInput } from '../../src/matching/types.ts'
import { bestByTrying, worthOf } from './brute-force.ts'
import {
  aMentee,
  aMentor,
  aPool,
  hours,
  pick,
  randomPool,
  seeded,
  settings,
  shuffled,
  speaks,
  TODAY,
  wishes,
} from './pool.ts'
import { seed, tries } from '../support/tries.ts'

const objectives: readonly Objective[] = ['coverage', 'score', 'worst-off']

function pairsOf(run: ProposalRun): string[] {
  return run.proposals.map(({ mentor, mentee }) => `${mentor}-${mentee}`).sort()
}

describe('proposing pairs', () => {
  it('proposes the one pair there is, with its score, parts and facts', () => {
    const run = propose(aPool({ mentors: [aMentor()], mentees: [aMentee()] }))
    expect(run.proposals).toHaveLength(1)
    expect(run.proposals[0]).toMatchObject({
      mentor: 'mentor',
      mentee: 'mentee',
      rank: 1,
      points: 740_000,
      locked: false,
      kept: false,
      against: [],
    })
    expect(run).toMatchObject({ matched: 1, total: 740_000, bound: 740_000, lowest: 740_000 })
    expect(run.proof).toBe('optimal')
    expect(run.counts).toEqual({ pairs: 1, feasible: 1, infeasible: [] })
  })

  it('prefers the best for all to the best for one', () => {
    const near = aMentor({ id: 'near', offers: ['dansk', 'job'] })
    const other = aMentor({ id: 'other', offers: ['dansk'] })
    const easy = aMentee({ id: 'easy' })
    const both = aMentee({
      id: 'both',
      needs: [
        { topic: 'dansk', importance: 1 },
        { topic: 'job', importance: 3 },
      ],
    })
    const run = propose(aPool({ mentors: [near, other], mentees: [easy, both] }))
    expect(pairsOf(run)).toEqual(['near-both', 'other-easy'])
  })

  it('fills a mentor up to the free places and no further', () => {
    const mentors = [aMentor({ capacity: 3, taken: 1 })]
    const mentees = ['a', 'b', 'c'].map((id) => aMentee({ id }))
    const run = propose(aPool({ mentors, mentees }))
    expect(run.matched).toBe(2)
    expect(run.unmatched.mentees).toHaveLength(1)
    expect(run.unmatched.mentees[0]).toMatchObject({ why: 'others-first', feasible: 1 })
    expect(run.prices.mentors[0].price).toBeGreaterThan(0)
  })

  it('places the one who has waited longest when not all can be placed', () => {
    const late = aMentee({ id: 'a-late', readySince: '2026-11-01' })
    const early = aMentee({ id: 'b-early', readySince: '2026-01-01', needs: [] })
    const run = propose(aPool({ mentors: [aMentor()], mentees: [late, early] }))
    expect(pairsOf(run)).toEqual(['mentor-b-early'])
  })

  it.each(objectives)('finds the optimum of exhaustive search, for %s', (objective) => {
    const random = seeded(seed)
    const rounds = tries(20_000, 250)
    let matched = 0
    for (let round = 0; round < rounds; round++) {
      const input = { ...randomPool(random), settings: settings({ objective }) }
      const run = propose(input)
      const best = bestByTrying(input)
      expect(worthOfRun(run, input), `round ${round}`).toEqual(best.worth)
      expect(run.matched).toBe(best.matched)
      expect(run.total).toBe(best.total)
      expect(run.bound).toBe(run.total)
      matched += run.matched
    }
    expect(matched).toBeGreaterThan(rounds * 0.8)
  })

  it('gives the same answer whatever the order of the input', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++) {
      const given = randomPool(random, 8)
      const input = { ...given, settings: settings({ objective: pick(random, objectives) }) }
      const again = {
        ...input,
        mentors: shuffled(random, input.mentors),
        mentees: shuffled(random, input.mentees),
        excluded: shuffled(random, input.excluded),
      }
      expect(JSON.stringify(propose(again))).toBe(JSON.stringify(propose(input)))
    }
  })

  it('ignores sex, age and origin when no wish names them', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++) {
      const given = randomPool(random, 8)
      const input = {
        ...given,
        mentors: given.mentors.map((mentor) => ({ ...mentor, wishes: wishes({}) })),
        mentees: given.mentees.map((mentee) => ({ ...mentee, wishes: wishes({}) })),
        settings: settings({ objective: pick(random, objectives) }),
      }
      const disguise = <P extends object>(person: P) => ({
        ...person,
        gender: pick(random, ['woman', 'man', 'other', 'undisclosed'] as const),
        birthYear: pick(random, [null, 1940, 1980, 2008]),
      })
      const again = {
        ...input,
        mentors: input.mentors.map(disguise),
        mentees: input.mentees.map(disguise),
      }
      expect(JSON.stringify(propose(again))).toBe(JSON.stringify(propose(input)))
    }
  })

  it('counts every pair once: feasible, or under the first reason against it', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++) {
      const input = randomPool(random, 8)
      const { counts, unmatched } = propose(input)
      const closed = counts.infeasible.reduce((sum, { count }) => sum + count, 0)
      expect(counts.pairs).toBe(input.mentors.length * input.mentees.length)
      expect(counts.feasible + closed).toBe(counts.pairs)
      for (const person of unmatched.mentees) {
        const met = person.reasons.reduce((sum, { count }) => sum + count, person.feasible)
        expect(met).toBe(input.mentors.length)
      }
    }
  })

  it('has prices under which no one prefers another pair', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++) {
      const input = { ...randomPool(random, 8), settings: settings({ objective: 'score' }) }
      const run = propose(input)
      const price = new Map(run.prices.mentors.map((m) => [m.id, m.price]))
      const surplus = new Map(run.prices.mentees.map((m) => [m.id, m.surplus]))
      for (const mentor of input.mentors) {
        for (const mentee of input.mentees) {
          const excluded = input.excluded.some(
            (pair) => pair.mentor === mentor.id && pair.mentee === mentee.id,
          )
          const found = scorePair(mentor, mentee, { ...input, excluded })
          if (!found.feasible) continue
          const rest = found.score.total - price.get(mentor.id)!
          expect(rest).toBeLessThanOrEqual(surplus.get(mentee.id)!)
        }
      }
    }
  })
})

describe('locked, excluded and earlier pairs', () => {
  const mentors = [aMentor({ id: 'm1' }), aMentor({ id: 'm2', offers: [] })]
  const mentees = [aMentee({ id: 'r1' }), aMentee({ id: 'r2', needs: [] })]

  it('always proposes a locked pair, and the best of the rest around it', () => {
    const locked = [{ mentor: 'm2', mentee: 'r1' }]
    const run = propose(aPool({ mentors, mentees, locked }))
    expect(pairsOf(run)).toEqual(['m1-r2', 'm2-r1'])
    expect(run.proposals.find(({ mentee }) => mentee === 'r1')?.locked).toBe(true)
    expect(run.total).toBe(run.bound)
  })

  it('keeps a lock that violates a constraint, and names the constraint', () => {
    const stranger = aMentee({ id: 'r3', languages: [speaks('ti')] })
    const locked = [{ mentor: 'm1', mentee: 'r3' }]
    const run = propose(aPool({ mentors, mentees: [stranger], locked }))
    expect(run.proposals[0]).toMatchObject({
      mentor: 'm1',
      against: [{ code: 'no-common-language' }],
    })
  })

  it('never proposes an excluded pair', () => {
    const excluded = [{ mentor: 'm1', mentee: 'r1' }]
    const run = propose(aPool({ mentors: [mentors[0]], mentees: [mentees[0]], excluded }))
    expect(run.proposals).toEqual([])
    expect(run.unmatched.mentees[0]).toMatchObject({
      why: 'blocked',
      feasible: 0,
      reasons: [{ code: 'excluded', count: 1 }],
    })
  })

  it('accepts an excluded pair of people who have left the pool', () => {
    const excluded = [{ mentor: 'gone', mentee: 'r1' }]
    expect(propose(aPool({ mentors, mentees, excluded })).matched).toBe(2)
  })

  it('agrees with exhaustive search under random locks', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 250); round++) {
      const pool = randomPool(random)
      const open = pool.mentors.filter(({ capacity, taken }) => capacity > taken)
      if (open.length === 0 || pool.mentees.length === 0) continue
      const locked = [{ mentor: pick(random, open).id, mentee: pick(random, pool.mentees).id }]
      const objective = pick(random, objectives)
      const input = { ...pool, excluded: [], locked, settings: settings({ objective }) }
      const run = propose(input)
      const rest = run.proposals.filter((proposal) => !proposal.locked)
      expect(rest.length).toBe(run.proposals.length - 1)
      expect(worthOfPairs(rest, input)).toEqual(bestByTrying(input).worth)
    }
  })

  it('keeps the pairs of an earlier run where nothing is lost by it', () => {
    const twins = ['m1', 'm2', 'm3'].map((id) => aMentor({ id }))
    const triplets = ['r1', 'r2', 'r3'].map((id) => aMentee({ id }))
    const earlier = [
      { mentor: 'm3', mentee: 'r1' },
      { mentor: 'm1', mentee: 'r2' },
      { mentor: 'm2', mentee: 'r3' },
    ]
    const run = propose(aPool({ mentors: twins, mentees: triplets, earlier }))
    expect(pairsOf(run)).toEqual(['m1-r2', 'm2-r3', 'm3-r1'])
    expect(run.proposals.every(({ kept }) => kept)).toBe(true)
  })

  it('gives the same pairs when the run itself is the earlier run', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++) {
      const input = {
        ...randomPool(random, 8),
        settings: settings({ objective: pick(random, objectives) }),
      }
      const run = propose(input)
      const earlier = run.proposals.map(({ mentor, mentee }) => ({ mentor, mentee }))
      expect(pairsOf(propose({ ...input, earlier }))).toEqual(pairsOf(run))
    }
  })

  it('marks what was the same in the earlier run', () => {
    const earlier = [{ mentor: 'm1', mentee: 'r1' }]
    const run = propose(aPool({ mentors, mentees, earlier }))
    expect(run.proposals.map(({ mentee, kept }) => [mentee, kept]).sort()).toEqual([
      ['r1', true],
      ['r2', false],
    ])
  })
})

describe('edge cases of the input', () => {
  it('reports its progress by phase and percent', () => {
    const told: (string | number)[] = []
    propose(population(250, 200, 9), {
      onPhase: (phase) => told.push(phase),
      onPercent: (percent) => told.push(percent),
    })
    const phases = ['prepare', 'score', 'solve', 'verify', 'count']
    expect(told.filter((one) => typeof one === 'string')).toEqual(phases)
    const scored = told.slice(told.indexOf('score') + 1, told.indexOf('solve'))
    expect(scored).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
    const solved = told.slice(told.indexOf('solve') + 1, told.indexOf('verify')) as number[]
    expect(solved.length).toBeGreaterThan(50)
    expect(solved.toSorted((a, b) => a - b)).toEqual(solved)
  })

  it('proposes nothing when a side is empty, and says why', () => {
    const run = propose(aPool({ mentees: [aMentee()] }))
    expect(run).toMatchObject({ matched: 0, total: 0, bound: 0, lowest: null })
    expect(run.unmatched.mentees[0].why).toBe('no-one')
    expect(propose(aPool({ mentors: [aMentor()] })).unmatched.mentors[0].why).toBe('no-one')
    expect(propose(aPool()).counts).toMatchObject({ pairs: 0, feasible: 0, infeasible: [] })
  })

  it('proposes nothing when no mentor has a place, and gives everyone that reason', () => {
    const run = propose(aPool({ mentors: [aMentor({ capacity: 0 })], mentees: [aMentee()] }))
    expect(run.unmatched.mentees[0]).toMatchObject({
      why: 'blocked',
      reasons: [{ code: 'no-place', count: 1 }],
    })
  })

  it('breaks ties by id when everyone is identical', () => {
    const ids = Array.from({ length: 40 }, (_, n) => String(n).padStart(2, '0'))
    const mentors = ids.map((id) => aMentor({ id: `m${id}` }))
    const mentees = ids.map((id) => aMentee({ id: `r${id}` }))
    for (const objective of objectives) {
      const run = propose(aPool({ mentors, mentees, settings: settings({ objective }) }))
      expect(run.matched).toBe(40)
    }
    const few = propose(aPool({ mentors: mentors.slice(0, 3), mentees }))
    expect(few.proposals.map(({ mentee }) => mentee)).toEqual(['r00', 'r01', 'r02'])
  })

  const refused: [title: string, changes: Partial<ProposeInput>, message: string][] = [
    [
      'ids that collide',
      { mentors: [aMentor(), aMentor()] },
      '/mentors/1/id {"code":"id-collides","id":"mentor","first":0}',
    ],
    ['an empty id', { mentees: [aMentee({ id: '' })] }, '/mentees/0/id {"code":"id-empty"}'],
    [
      'a pair both locked and excluded',
      {
        mentors: [aMentor()],
        mentees: [aMentee()],
        locked: [{ mentor: 'mentor', mentee: 'mentee' }],
        excluded: [{ mentor: 'mentor', mentee: 'mentee' }],
      },
      '/locked/0 {"code":"locked-and-excluded"',
    ],
    [
      'a mentee locked to two mentors',
      {
        mentors: [aMentor({ id: 'a' }), aMentor({ id: 'b' })],
        mentees: [aMentee()],
        locked: [
          { mentor: 'a', mentee: 'mentee' },
          { mentor: 'b', mentee: 'mentee' },
        ],
      },
      '/locked/1 {"code":"locked-twice","mentee":"mentee"}',
    ],
    [
      'more locks than places',
      {
        mentors: [aMentor({ capacity: 2, taken: 1 })],
        mentees: [aMentee({ id: 'a' }), aMentee({ id: 'b' })],
        locked: [
          { mentor: 'mentor', mentee: 'a' },
          { mentor: 'mentor', mentee: 'b' },
        ],
      },
      '/locked/1 {"code":"locked-over-capacity","mentor":"mentor","places":1,"locked":2}',
    ],
    [
      'a lock on an unknown person',
      { mentors: [aMentor()], locked: [{ mentor: 'mentor', mentee: 'nobody' }] },
      '/locked/0/mentee {"code":"unknown-person","role":"mentee","id":"nobody"}',
    ],
    [
      'a person locked with themselves',
      {
        mentors: [aMentor({ id: 'x' })],
        mentees: [aMentee({ id: 'x' })],
        locked: [{ mentor: 'x', mentee: 'x' }],
      },
      '/locked/0 {"code":"locked-with-self","id":"x"}',
    ],
    [
      'weights that are all zero',
      {
        settings: settings({
          weights: { topics: 0, language: 0, time: 0, waiting: 0, distance: 0, interests: 0 },
        }),
      },
      '/settings/weights {"code":"weights-all-zero"}',
    ],
    [
      'a negative weight',
      { mentees: [aMentee({ weights: { topics: -1 } })] },
      '/mentees/0/weights/topics {"code":"weight-negative"',
    ],
    [
      'own weights that are all zero',
      {
        mentees: [
          aMentee({ weights: { topics: 0, language: 0, time: 0, distance: 0, interests: 0 } }),
        ],
      },
      '/mentees/0/weights {"code":"weights-all-zero"}',
    ],
    [
      'hours that cross midnight',
      { mentors: [aMentor({ availability: [hours(1, '22:00', '02:00')] })] },
      '/mentors/0/availability/0 {"code":"interval-ends-before-start"',
    ],
    [
      'an invalid language tag',
      { mentors: [aMentor({ languages: [speaks('da_DK')] })] },
      '/mentors/0/languages/0/tag {"code":"language-tag","value":"da_DK"}',
    ],
    [
      'an unknown municipality',
      { mentees: [aMentee({ municipality: '0999' })] },
      '/mentees/0/municipality {"code":"municipality-unknown","value":"0999"}',
    ],
    ['an invalid day', { today: '2026-02-30' }, '/today {"code":"date","value":"2026-02-30"}'],
    [
      'a capacity out of range',
      { mentors: [aMentor({ capacity: 9 })] },
      '/mentors/0/capacity {"code":"number-range","value":9,"least":0,"most":8}',
    ],
    [
      'half a place',
      { mentors: [aMentor({ capacity: 1.5 })] },
      '/mentors/0/capacity {"code":"number-range"',
    ],
    [
      'a limit that is not a number',
      { mentees: [aMentee({ furthestDistanceKm: Number.NaN })] },
      '/mentees/0/furthestDistanceKm {"code":"number-range"',
    ],
  ]
  it.each(refused)('refuses %s and gives its path', (_, changes, message) => {
    expect(() => propose(aPool(changes))).toThrow(message)
  })
})

function worthOfRun(run: ProposalRun, input: ProposeInput) {
  return worthOfPairs(run.proposals, input)
}

function worthOfPairs(proposals: ProposalRun['proposals'], { mentees, settings }: ProposeInput) {
  const since = new Map(mentees.map(({ id, readySince }) => [id, readySince]))
  const chosen = proposals.map(({ mentee, points }) => ({
    points,
    waiting: daysBetween(since.get(mentee)!, TODAY),
  }))
  return worthOf(settings.objective, chosen)
}
