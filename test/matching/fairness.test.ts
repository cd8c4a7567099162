import { describe, expect, it } from 'vitest'
import { ageBand, auditFairness, type FairnessGroup } from '../../src/matching/fairness.ts'
import { propose } from '../../src/matching/propose.ts'
import type { Gender, Mentee, Mentor, ProposeInput } from '../../src/matching/types.ts'
import { aMentee, aMentor, aPool, randomPool, seeded, speaks } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

function mentees(count: number, gender: Gender, changes: Partial<Mentee> = {}): Mentee[] {
  return Array.from({ length: count }, (_, n) =>
    aMentee({ id: `${gender}-${n}`, gender, ...changes }),
  )
}

function audit(
  people: Mentee[],
  places: number,
  options: Parameters<typeof auditFairness>[2] = {},
) {
  const mentors = Array.from({ length: places }, (_, n) => aMentor({ id: `m${n}` }))
  const input = aPool({ mentors, mentees: people })
  return auditFairness(input, propose(input), options)
}

function names(groups: readonly FairnessGroup[], shown: boolean): string[] {
  return groups.filter(({ mentees }) => (mentees !== null) === shown).map(({ group }) => group)
}

/** Small pools without wishes for sex or age. */
function pools(): ProposeInput[] {
  const random = seeded(seed)
  return Array.from({ length: tries(20_000, 100) }, () => {
    const pool = randomPool(random, 7)
    const silent = <P extends Mentor | Mentee>(person: P): P => ({
      ...person,
      wishes: { ...person.wishes, gender: null, age: null },
    })
    const people = { mentors: pool.mentors.map(silent), mentees: pool.mentees.map(silent) }
    return { ...pool, ...people }
  })
}

function changed(input: ProposeInput, change: <P extends Mentor | Mentee>(person: P) => P) {
  return { ...input, mentors: input.mentors.map(change), mentees: input.mentees.map(change) }
}

/** Mentor, mentee and points of every proposal. */
function pairsOf(input: ProposeInput): (string | number)[][] {
  return propose(input).proposals.map(({ mentor, mentee, points }) => [mentor, mentee, points])
}

describe('what never enters a score', () => {
  it('is the name of a language: renamed for everyone, the same pairs are proposed', () => {
    const renamed: Record<string, string> = { ar: 'so', ti: 'ar', uk: 'ti', 'fa-AF': 'uk' }
    for (const input of pools()) {
      const other = changed(input, (person) => ({
        ...person,
        languages: person.languages.map((skill) => ({
          ...skill,
          tag: renamed[skill.tag] ?? skill.tag,
        })),
      }))
      expect(pairsOf(other)).toEqual(pairsOf(input))
    }
  })

  it('is a mother tongue that no mentor speaks', () => {
    for (const input of pools()) {
      const come = (tag: string): ProposeInput => ({
        ...input,
        mentees: input.mentees.map((mentee) => ({
          ...mentee,
          languages: [...mentee.languages, speaks(tag)],
        })),
      })
      expect(pairsOf(come('so'))).toEqual(pairsOf(come('ku')))
    }
  })
})

describe('auditing a run by group', () => {
  it('gives match rate and median wait by sex, and relative to all', () => {
    const people = [
      ...mentees(6, 'woman', { readySince: '2026-09-24' }),
      ...mentees(6, 'man', { readySince: '2026-11-13' }),
    ]
    const found = audit(people, 9)
    expect(found.all).toMatchObject({ mentees: 12, matched: 9, matchRate: 0.75, medianWait: 35 })
    expect(found.byGender).toEqual([
      {
        group: 'man',
        mentees: 6,
        matched: 3,
        matchRate: 0.5,
        ratioToAll: 0.5 / 0.75,
        medianWait: 10,
        medianWaitUnmatched: 10,
        overrideRate: 0,
      },
      {
        group: 'woman',
        mentees: 6,
        matched: 6,
        matchRate: 1,
        ratioToAll: 1 / 0.75,
        medianWait: 60,
        medianWaitUnmatched: null,
        overrideRate: 0,
      },
    ])
  })

  it('counts what coordinators overrode', () => {
    const found = audit(mentees(6, 'man'), 6, { overridden: ['man-0', 'man-3', 'nobody'] })
    expect(found.byGender[0].overrideRate).toBeCloseTo(2 / 6)
  })

  it('leaves out those who are not ready', () => {
    const people = [...mentees(6, 'man'), ...mentees(3, 'woman', { readySince: null })]
    expect(audit(people, 6).all.mentees).toBe(6)
  })

  it('never shows four men and one woman apart', () => {
    const found = audit([...mentees(4, 'man'), ...mentees(1, 'woman')], 5)
    expect(found.all.mentees).toBe(5)
    expect(names(found.byGender, true)).toEqual([])
  })

  it('hides the next smallest group when one could be computed from the total', () => {
    const people = [...mentees(9, 'man'), ...mentees(6, 'woman'), ...mentees(2, 'other')]
    const found = audit(people, 17)
    expect(names(found.byGender, true)).toEqual(['man'])
    expect(found.byGender.find(({ group }) => group === 'other')).toEqual({
      group: 'other',
      mentees: null,
      matched: null,
      matchRate: null,
      ratioToAll: null,
      medianWait: null,
      medianWaitUnmatched: null,
      overrideRate: null,
    })
  })

  it('shows all of them to those who may see all', () => {
    const people = [...mentees(9, 'man'), ...mentees(1, 'woman')]
    expect(names(audit(people, 5, { suppressBelow: 1 }).byGender, false)).toEqual([])
  })

  it('groups by the best language that is not Danish, and by age band', () => {
    const people = [
      ...mentees(5, 'man', { languages: [speaks('da', 'C1'), speaks('fa-AF')], birthYear: 2003 }),
      ...mentees(5, 'woman', { languages: [speaks('da', 'B1')], birthYear: 1960 }),
    ]
    const found = audit(people, 3)
    expect(names(found.byLanguage, true)).toEqual(['da', 'fa'])
    expect(names(found.byAge, true)).toEqual(['18-24', '60+'])
  })

  it('knows the age bands', () => {
    const years = [2009, 2008, 2002, 2001, 1987, 1986, 1967, 1966, null]
    expect(years.map((year) => ageBand(year, 2026))).toEqual([
      '0-17',
      '18-24',
      '18-24',
      '25-39',
      '25-39',
      '40-59',
      '40-59',
      '60+',
      'undisclosed',
    ])
  })
})
