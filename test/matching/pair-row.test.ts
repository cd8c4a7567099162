import { describe, expect, it } from 'vitest'
import { pairsOf } from '../../src/matching/pair-row.ts'
import { propose } from '../../src/matching/propose.ts'
import { scorePair } from '../../src/matching/score.ts'
import { aMentee, aMentor, aPool, randomPool, seeded, speaks } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

describe('every pair of a run', () => {
  it('has the score it has alone, from both sides, proposed pairs first', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(5_000, 50); round++) {
      const input = randomPool(random, 6)
      const run = propose(input)
      for (const { id } of input.mentees) {
        const seen = pairsOf(input, run, { role: 'mentee', id })
        expect(seen.map((pair) => pair.mentor).sort()).toEqual(
          input.mentors.map((m) => m.id).sort(),
        )
        for (const pair of seen) {
          const mentor = input.mentors.find((m) => m.id === pair.mentor)!
          const mentee = input.mentees.find((m) => m.id === pair.mentee)!
          const excluded = input.excluded.some((p) => p.mentor === mentor.id && p.mentee === id)
          expect(pair.result).toEqual(scorePair(mentor, mentee, { ...input, excluded }))
          const [other] = pairsOf(input, run, { role: 'mentor', id: mentor.id }).filter(
            (one) => one.mentee === id,
          )
          expect(other).toEqual(pair)
        }
        const isProposed = seen.map(({ proposal }) => proposal !== null)
        expect(isProposed.lastIndexOf(true)).toBeLessThan(1)
      }
    }
  })

  it('shows a lock with the constraints it violates, and an excluded pair as closed', () => {
    const mentors = [aMentor({ id: 'm1' }), aMentor({ id: 'm2' })]
    const mentees = [aMentee({ id: 'r1', languages: [speaks('ti')] })]
    const pair = (mentor: string) => ({ mentor, mentee: 'r1' })
    const input = aPool({ mentors, mentees, locked: [pair('m1')], excluded: [pair('m2')] })
    const [locked, excluded] = pairsOf(input, propose(input), { role: 'mentee', id: 'r1' })
    expect(locked?.proposal).toMatchObject({
      locked: true,
      against: [{ code: 'no-common-language' }],
    })
    expect(excluded?.result).toMatchObject({ feasible: false, reasons: [{ code: 'excluded' }, {}] })
  })

  it('keeps the score stored by an earlier version, and scores only the other pairs', () => {
    const mentors = [aMentor({ id: 'm1' }), aMentor({ id: 'm2', offers: [] })]
    const input = aPool({ mentors, mentees: [aMentee({ id: 'r1' })] })
    const run = propose(input)
    const [proposal] = run.proposals
    const older = { ...proposal!.score, total: 123_456 }
    const stored = { ...run, version: '0', proposals: [{ ...proposal!, score: older }] }
    const [kept, other] = pairsOf(input, stored, { role: 'mentee', id: 'r1' })
    expect(kept?.result).toEqual({ feasible: true, score: older })
    expect(other?.result).toEqual(
      scorePair(mentors[1]!, input.mentees[0]!, { ...input, excluded: false }),
    )
  })
})
