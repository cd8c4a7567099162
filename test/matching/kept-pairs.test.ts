import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { population } from '../../bench/matching/population.ts'
import { alternatives } from '../../src/matching/alternatives.ts'
import { FEW_PAIRS } from '../../src/matching/candidates.ts'
import { outlineAgain } from '../../src/matching/kept-pairs.ts'
import { outline, propose } from '../../src/matching/propose.ts'
import type { ProposeInput, Settings } from '../../src/matching/types.ts'
import { pick, randomPool, seeded } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

const OBJECTIVES = ['coverage', 'score', 'worst-off'] as const

function randomWeights(random: () => number): Settings['weights'] {
  const [topics, language, time, waiting, distance, interests] = Array.from({ length: 6 }, () =>
    Math.floor(4 * random()),
  )
  return { topics: topics + 1, language, time, waiting, distance, interests }
}

describe('solving again with kept pairs', () => {
  it('gives the same result as solving from scratch, under any weights, objective and lock', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(5_000, 60); round++) {
      const input = randomPool(random, 8)
      for (let again = 0; again < 3; again++) {
        const weights = randomWeights(random)
        const objective = pick(random, OBJECTIVES)
        const locked = oneLock(random, input)
        const changed = { ...input, locked, settings: { ...input.settings, weights, objective } }
        expect(outlineAgain(input, { weights, objective, locked })).toEqual(outline(changed))
      }
    }
  })

  it('keeps the pairs of an earlier run where that costs nothing', () => {
    const input = population(200, 220, 4)
    const earlier = outline(input).proposals
    const again = outlineAgain(input, { objective: 'score', earlier })
    const settings = { ...input.settings, objective: 'score' as const }
    expect(again).toEqual(outline({ ...input, settings, earlier }))
  })

  it('solves pools with too many pairs to keep', () => {
    const input = population(2100, 2000, 5)
    expect(input.mentors.length * input.mentees.length).toBeGreaterThan(FEW_PAIRS)
    const settings = { ...input.settings, objective: 'score' as const }
    expect(outlineAgain(input, { objective: 'score' })).toEqual(outline({ ...input, settings }))
  })

  it('refuses locks that contradict each other, as a run does', () => {
    const input = population(20, 20, 6)
    const [{ id: mentee }] = input.mentees
    const locked = input.mentors.slice(0, 2).map(({ id: mentor }) => ({ mentor, mentee }))
    expect(() => outlineAgain(input, { locked })).toThrow()
  })

  it('does not change the kept pairs', () => {
    const input = population(120, 130, 7)
    const weights = { topics: 0, language: 0, time: 0, waiting: 0, distance: 1, interests: 0 }
    const before = JSON.stringify(outlineAgain(input, {}))
    outlineAgain(input, { weights })
    const [{ mentor, mentee }] = outline(input).proposals
    outlineAgain(input, { locked: [{ mentor, mentee }] })
    expect(JSON.stringify(outlineAgain(input, {}))).toBe(before)
    const run = propose(input)
    expect(alternatives(input, run, mentee)).not.toEqual([])
    expect(JSON.stringify(outlineAgain(input, {}))).toBe(before)
  })
})

/** A valid lock, or none. */
function oneLock(random: () => number, { mentors, mentees, excluded }: ProposeInput) {
  const open = mentors.filter(({ capacity, taken }) => capacity > taken)
  if (random() < 0.5 || open.length === 0 || mentees.length === 0) return []
  const lock = { mentor: pick(random, open).id, mentee: pick(random, mentees).id }
  const isExcluded = excluded.some((pair) => isDeepStrictEqual(pair, lock))
  return isExcluded ? [] : [lock]
}
