import { describe, expect, it } from 'vitest'
import { obstacles, isOpen } from '../../src/matching/constraints.ts'
import { MUNICIPALITY_CODES } from '../../src/matching/municipalities.ts'
import { addDays, menteeProfile, mentorProfile } from '../../src/matching/profile.ts'
import { scorePair, totalPoints } from '../../src/matching/score.ts'
import type { Mentee, Mentor, PairResult, Reason, Score, Term } from '../../src/matching/types.ts'
import { DEFAULT_WEIGHTS, shareOut, TERMS } from '../../src/matching/weights.ts'
import {
  aMentee,
  aMentor,
  hours,
  randomMentee,
  randomMentor,
  seeded,
  settings,
  speaks,
  TODAY,
  wishes,
} from './pool.ts'
import { seed, tries } from '../support/tries.ts'

const context = { settings: settings(), today: TODAY }

function result(mentor: Partial<Mentor> = {}, mentee: Partial<Mentee> = {}): PairResult {
  return scorePair(aMentor(mentor), aMentee(mentee), context)
}

function reasons(mentor: Partial<Mentor> = {}, mentee: Partial<Mentee> = {}): readonly Reason[] {
  const found = result(mentor, mentee)
  return found.feasible ? [] : found.reasons
}

function score(mentor: Partial<Mentor> = {}, mentee: Partial<Mentee> = {}): Score {
  const found = result(mentor, mentee)
  if (!found.feasible) throw new Error(JSON.stringify(found.reasons))
  return found.score
}

function points(term: Term, mentor: Partial<Mentor> = {}, mentee: Partial<Mentee> = {}): number {
  return score(mentor, mentee).parts.find((part) => part.term === term)!.points
}

describe('closing a pair with its reasons', () => {
  it('finds nothing against two people in Odense who can talk and meet', () => {
    expect(reasons()).toEqual([])
  })

  const women = wishes({ gender: { wanted: 'woman', strength: 'must' } })
  const thirties = wishes({ age: { from: 30, to: 39, strength: 'must' } })
  const cases: [title: string, mentor: Partial<Mentor>, mentee: Partial<Mentee>, Reason][] = [
    ['the same person in both roles', { id: 'x' }, { id: 'x' }, { code: 'same-person' }],
    [
      'a mentee who is not ready',
      {},
      { readySince: null },
      { code: 'not-ready', readySince: null, today: TODAY },
    ],
    [
      'a mentee who is ready from tomorrow',
      {},
      { readySince: '2026-11-24' },
      { code: 'not-ready', readySince: '2026-11-24', today: TODAY },
    ],
    [
      'a mentor with a requirement missing',
      { requirementsMetUntil: null },
      {},
      { code: 'requirement-missing' },
    ],
    [
      'a mentor whose requirement lapses within the margin',
      { requirementsMetUntil: '2026-12-22' },
      {},
      { code: 'requirement-expiring', metUntil: '2026-12-22', neededUntil: '2026-12-23' },
    ],
    [
      'a mentor without a free place',
      { capacity: 2, taken: 2 },
      {},
      { code: 'no-place', capacity: 2, taken: 2 },
    ],
    [
      'a mentor with capacity zero',
      { capacity: 0 },
      {},
      { code: 'no-place', capacity: 0, taken: 0 },
    ],
    [
      'a mentor who is away for the next six weeks',
      { away: [{ from: '2026-11-20', to: '2027-01-03' }] },
      {},
      { code: 'away', of: 'mentor', until: '2027-01-03' },
    ],
    [
      'a mentee away for weeks in two journeys with a weekend between',
      {},
      {
        away: [
          { from: '2026-12-15', to: '2027-01-20' },
          { from: '2026-11-23', to: '2026-12-12' },
        ],
      },
      { code: 'away', of: 'mentee', until: '2027-01-20' },
    ],
    [
      'children without a mentor cleared for it',
      {},
      { childrenAlong: true },
      { code: 'children', needed: 'accepts-children' },
    ],
    [
      'a mentee who must have a woman',
      { gender: 'man' },
      { wishes: women },
      { code: 'gender-wish', wishOf: 'mentee', wanted: 'woman', found: 'man' },
    ],
    [
      'a mentor who must have a woman, and a mentee who did not say',
      { wishes: women },
      { gender: 'undisclosed' },
      { code: 'gender-wish', wishOf: 'mentor', wanted: 'woman', found: 'undisclosed' },
    ],
    [
      'an age band that must be kept',
      { birthYear: 1970 },
      { wishes: thirties },
      { code: 'age-wish', wishOf: 'mentee', from: 30, to: 39, found: 56 },
    ],
    [
      'an age band that must be kept, and an unknown age',
      { wishes: thirties },
      { birthYear: null },
      { code: 'age-wish', wishOf: 'mentor', from: 30, to: 39, found: null },
    ],
    [
      'too little Danish in common',
      {},
      { languages: [speaks('ar'), speaks('da', 'A1')] },
      {
        code: 'no-common-language',
        nearest: { tag: 'da', mentorLevel: 'native', menteeLevel: 'A1' },
        neededLevel: 'A2',
      },
    ],
    [
      'no language in common',
      {},
      { languages: [speaks('ti')] },
      { code: 'no-common-language', nearest: null, neededLevel: 'B1' },
    ],
    [
      'a third language below its needed level',
      { languages: [speaks('da'), speaks('en', 'A2')] },
      { languages: [speaks('en', 'C1')] },
      {
        code: 'no-common-language',
        nearest: { tag: 'en', mentorLevel: 'A2', menteeLevel: 'C1' },
        neededLevel: 'B1',
      },
    ],
    [
      'three quarters of an hour in common',
      { availability: [hours(2, '18:15', '20:00')] },
      {},
      { code: 'no-common-time', longestMinutes: 45, commonMinutes: 45, neededMinutes: 60 },
    ],
    [
      'a mentor who is online only and a mentee who meets in person only',
      { meets: 'online' },
      { meets: 'in-person' },
      {
        code: 'no-common-way',
        mentorMeets: 'online',
        menteeMeets: 'in-person',
        onlyAtLibrary: false,
      },
    ],
    [
      'a mentor who is online only and a mentee who meets at the library only',
      { meets: 'online' },
      { meets: 'either', wishes: wishes({ onlyAtLibrary: true }) },
      { code: 'no-common-way', mentorMeets: 'online', menteeMeets: 'either', onlyAtLibrary: true },
    ],
  ]
  it.each(cases)('gives the reason for %s', (_, mentor, mentee, reason) => {
    expect(reasons(mentor, mentee)).toEqual([reason])
  })

  it('gives the distance, the limit and whose limit it is', () => {
    const [reason] = reasons({ municipality: '0265', furthestDistanceKm: 500 })
    expect(reason).toMatchObject({ code: 'too-far', limitKm: 20, limitOf: 'mentee' })
    expect(reason.code === 'too-far' && reason.km).toBeGreaterThan(100)
  })

  it('ignores the distance when both can meet online', () => {
    expect(reasons({ municipality: '0265', meets: 'either' }, { meets: 'online' })).toEqual([])
  })

  it('accepts an interpreter instead of a common language if the mentee does', () => {
    expect(reasons({}, { languages: [speaks('ti')], interpreterAcceptable: true })).toEqual([])
  })

  it('treats Dari and Persian as one language', () => {
    const languages = [speaks('da'), speaks('fa', 'B2')]
    expect(reasons({ languages }, { languages: [speaks('fa-AF')] })).toEqual([])
  })

  it('gives the reason for an excluded pair', () => {
    const found = scorePair(aMentor(), aMentee(), { ...context, excluded: true })
    expect(found).toEqual({ feasible: false, reasons: [{ code: 'excluded' }] })
  })

  it('names every reason, not only the first', () => {
    const found = reasons({ capacity: 0 }, { readySince: null, languages: [speaks('ti')] })
    expect(found.map(({ code }) => code)).toEqual(['not-ready', 'no-place', 'no-common-language'])
  })
})

describe('scoring a pair', () => {
  it('gives parts in whole points that add up to the total, each with its facts', () => {
    const { total, parts } = score()
    expect(parts.map((part) => [part.term, part.points, part.outOf])).toEqual([
      ['topics', 300_000, 300_000],
      ['language', 140_000, 200_000], // A2 in common gives 0.4, a native to practise with 1: the mean.
      ['time', 75_000, 150_000], // Two of the four hours that count.
      ['waiting', 75_000, 150_000], // Sixty days.
      ['distance', 100_000, 100_000],
      ['interests', 50_000, 100_000], // Neither named any.
    ])
    expect(total).toBe(740_000)
    expect(parts[2].facts).toEqual({
      commonMinutes: 120,
      longestMinutes: 120,
      pieces: [hours(2, '17:00', '19:00')],
    })
  })

  it('weighs what is covered by its importance', () => {
    const needs = [
      { topic: 'dansk', importance: 3 },
      { topic: 'job', importance: 1 },
    ] as const
    expect(points('topics', {}, { needs })).toBe(225_000)
    expect(points('topics', { offers: ['job'] }, { needs })).toBe(75_000)
    expect(points('topics', {}, { needs: [] })).toBe(150_000)
  })

  it('prefers a Dane to a fellow countryman for one who wants Danish', () => {
    const countryman = { languages: [speaks('ar'), speaks('da', 'A2')] }
    const both = { languages: [speaks('da'), speaks('ar', 'B2')] }
    expect(points('language', countryman)).toBe(100_000)
    expect(points('language', countryman)).toBeLessThan(points('language'))
    expect(points('language', both)).toBeGreaterThan(points('language'))
    const mother = points('language', countryman, { wantsDanishPractice: false })
    expect(mother).toBe(200_000)
  })

  it('keeps a pair with an interpreter feasible, for fewer points', () => {
    const mentee = { languages: [speaks('ti')], interpreterAcceptable: true }
    expect(points('language', {}, { ...mentee, wantsDanishPractice: false })).toBe(20_000)
    expect(score({}, mentee).parts[1].facts).toMatchObject({ common: null, interpreter: true })
  })

  it('counts common hours up to four', () => {
    const week = (to: string) => ({ availability: [hours(6, '10:00', to)] })
    const given = ['11:00', '12:00', '14:00', '18:00'].map((to) =>
      points('time', week('20:00'), week(to)),
    )
    expect(given).toEqual([37_500, 75_000, 150_000, 150_000])
  })

  it('counts every further day of waiting, for years', () => {
    const days = [0, 14, 60, 61, 200, 201, 1000, 1001].map((n) =>
      points('waiting', {}, { readySince: addDays(TODAY, -n) }),
    )
    expect([...new Set(days)].sort((a, b) => a - b)).toEqual(days)
    expect(days[2]).toBe(75_000)
  })

  it('gives less the further apart they live, and a little for meeting online', () => {
    const place = (north: number) => ({
      coordinates: { latitude: 55.4 + north / 111.195, longitude: 10.4 },
      furthestDistanceKm: 100,
    })
    expect(points('distance', place(0), place(10))).toBe(50_000)
    expect(points('distance', place(0), place(30))).toBe(25_000)
    expect(points('distance', place(0), place(90))).toBe(10_000)
    const online = { meets: 'either' } as const
    const far = score({ ...place(0), ...online }, { ...place(90), ...online })
    expect(far.parts[4]).toMatchObject({ points: 25_000, facts: { km: 90, way: 'online' } })
  })

  it('counts common interests up to three, and wishes marked prefer as much', () => {
    const likes = (...interests: string[]) => ({ interests })
    expect(points('interests', likes('a', 'b'), likes('b', 'a', 'c'))).toBe(83_333)
    expect(points('interests', likes('a', 'b', 'c', 'd'), likes('a', 'b', 'c', 'd'))).toBe(100_000)
    const prefersMen = { wishes: wishes({ gender: { wanted: 'man', strength: 'prefer' } }) }
    expect(points('interests', { gender: 'man' }, prefersMen)).toBe(75_000)
    expect(points('interests', { gender: 'woman' }, prefersMen)).toBe(25_000)
  })

  it('takes no points for naming no interest, nor for naming different ones', () => {
    const likes = (...interests: string[]) => ({ interests })
    const silent = points('interests', likes(), likes())
    expect(silent).toBe(50_000)
    expect(points('interests', likes('a', 'b'), likes())).toBe(silent)
    expect(points('interests', likes(), likes('a', 'b'))).toBe(silent)
    expect(points('interests', likes('a'), likes('b'))).toBe(silent)
  })

  it('never gives fewer points for one interest more', () => {
    const random = seeded(seed)
    const rounds = tries(20_000, 1_000)
    let more = 0
    for (let round = 0; round < rounds; round++) {
      const [mentor, mentee] = [randomMentor(random, 'm'), randomMentee(random, 'r')]
      const before = scorePair(mentor, mentee, context)
      if (!before.feasible) continue
      const name = <P extends Mentor | Mentee>(person: P, interest: string): P => ({
        ...person,
        interests: [...person.interests, interest],
      })
      for (const interest of ['football', 'cooking', 'music', 'nurse', 'chess']) {
        for (const after of [
          scorePair(name(mentor, interest), mentee, context),
          scorePair(mentor, name(mentee, interest), context),
        ]) {
          if (!after.feasible) throw new Error('An interest closes no pair')
          expect(after.score.total).toBeGreaterThanOrEqual(before.score.total)
          if (after.score.total > before.score.total) more += 1
        }
      }
    }
    expect(more).toBeGreaterThan(rounds / 50)
  })

  it('lets a mentee change all weights except the one for waiting', () => {
    const { parts } = score({}, { weights: { topics: 0, distance: 0.4 } })
    expect(parts.map((part) => part.outOf)).toEqual([
      0, 200_000, 150_000, 150_000, 400_000, 100_000,
    ])
    const given = score(
      {},
      { weights: { topics: 1, language: 0, time: 0, distance: 0, interests: 0 } },
    )
    expect(given.parts.map((part) => part.outOf)).toEqual([850_000, 0, 0, 150_000, 0, 0])
  })

  it('gives a pair that may be proposed at least one point', () => {
    const weights = { topics: 1, language: 0, time: 0, waiting: 0, distance: 0, interests: 0 }
    const found = scorePair(aMentor({ offers: [] }), aMentee(), {
      ...context,
      settings: settings({ weights }),
    })
    expect(found.feasible && found.score.total).toBe(1)
  })

  it('adds up exactly, and agrees with the quick paths, on random pairs', () => {
    const random = seeded(seed)
    const rounds = tries(200_000, 8_000)
    let feasible = 0
    for (let round = 0; round < rounds; round++) {
      const mentor = mentorProfile(randomMentor(random, 'm'), context)
      const mentee = menteeProfile(randomMentee(random, 'r'), context)
      const found = scorePair(mentor.mentor, mentee.mentee, context)
      expect(isOpen(mentor, mentee, context)).toBe(obstacles(mentor, mentee, context).length === 0)
      expect(found.feasible).toBe(isOpen(mentor, mentee, context))
      if (!found.feasible) continue
      feasible += 1
      const { total, parts } = found.score
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(total)
      expect(parts.map((part) => part.term)).toEqual(TERMS)
      expect(parts.reduce((sum, part) => sum + part.outOf, 0)).toBe(1_000_000)
      expect(total).toBe(totalPoints(mentor, mentee, context))
      expect(total).toBeGreaterThanOrEqual(1)
      expect(total).toBeLessThanOrEqual(1_000_000)
      for (const part of parts) expect(part.points).toBeLessThanOrEqual(part.outOf + 1)
    }
    expect(feasible).toBeGreaterThan(rounds / 50)
  })

  it('ignores sex, origin and age unless a wish names them', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 500); round++) {
      const mentor = { ...randomMentor(random, 'm'), wishes: wishes({}) }
      const mentee = { ...randomMentee(random, 'r'), wishes: wishes({}) }
      const before = scorePair(mentor, mentee, context)
      const after = scorePair(
        { ...mentor, gender: 'other', birthYear: 1931 },
        { ...mentee, gender: 'woman', birthYear: null },
        context,
      )
      expect(after).toEqual(before)
    }
  })
})

describe('the weights', () => {
  it('add up to one', () => {
    const shares = shareOut(
      1_000_000,
      TERMS.map((term) => DEFAULT_WEIGHTS[term]),
    )
    expect(shares).toEqual([300_000, 200_000, 150_000, 150_000, 100_000, 100_000])
  })

  it('are divided without losing a unit', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 500); round++) {
      const weights = TERMS.map(() => (random() < 0.3 ? 0 : random()))
      if (weights.every((weight) => weight === 0)) continue
      const shares = shareOut(1_000_000, weights)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(1_000_000)
      for (const [k, share] of shares.entries()) expect(share > 0 || weights[k] < 1e-5).toBe(true)
    }
  })
})

describe('places', () => {
  it('knows the 98 municipalities', () => {
    expect(MUNICIPALITY_CODES.length).toBe(98)
  })
})
