import { describe, expect, it } from 'vitest'
import { propose } from '../../src/matching/propose.ts'
import { scorePair } from '../../src/matching/score.ts'
import { countPairsPreferringEachOther } from '../../src/matching/stability.ts'
import type { ProposalRun, ProposeInput } from '../../src/matching/types.ts'
import { aMentee, aMentor, aPool, pick, randomPool, seeded, settings } from './pool.ts'
import { seed, tries } from '../support/tries.ts'

describe('counting blocking pairs', () => {
  it('finds the pair that the optimum keeps apart', () => {
    const mentors = [aMentor({ id: 'm1', offers: ['dansk', 'job'] }), aMentor({ id: 'm2' })]
    const mentees = [
      aMentee({
        id: 'r1',
        needs: [
          { topic: 'dansk', importance: 3 },
          { topic: 'job', importance: 1 },
        ],
        interests: ['music'],
      }),
      aMentee({ id: 'r2', needs: [{ topic: 'job', importance: 3 }] }),
    ]
    const input = aPool({ mentors: [{ ...mentors[0], interests: ['music'] }, mentors[1]], mentees })
    const run = propose(input)
    expect(run.proposals.map((p) => p.mentor + p.mentee).sort()).toEqual(['m1r2', 'm2r1'])
    expect(countPairsPreferringEachOther(input, run)).toBe(1)
  })

  it('agrees with checking every pair, also with locks', () => {
    const random = seeded(seed)
    const rounds = tries(5_000, 200)
    let seen = 0
    for (let round = 0; round < rounds; round++) {
      const objective = pick(random, ['coverage', 'score', 'worst-off'] as const)
      const pool = { ...randomPool(random, 7), settings: settings({ objective }) }
      const first = propose(pool)
      const locked = first.proposals.slice(0, Math.floor(random() * 2))
      const input = { ...pool, locked: locked.map(({ mentor, mentee }) => ({ mentor, mentee })) }
      const run = propose(input)
      const found = countPairsPreferringEachOther(input, run)
      expect(found).toBe(byAsking(input, run))
      seen += found
    }
    expect(seen).toBeGreaterThan(rounds / 100)
  })
})

function byAsking(input: ProposeInput, run: ProposalRun): number {
  let count = 0
  for (const mentee of input.mentees) {
    if (input.locked.some((pair) => pair.mentee === mentee.id)) continue
    const own = run.proposals.find((proposal) => proposal.mentee === mentee.id)?.points ?? 0
    for (const mentor of input.mentors) {
      const excluded = input.excluded.some((p) => p.mentor === mentor.id && p.mentee === mentee.id)
      const found = scorePair(mentor, mentee, { ...input, excluded })
      if (!found.feasible || found.score.total <= own) continue
      const theirs = run.proposals.filter((proposal) => proposal.mentor === mentor.id)
      const hasPlace = theirs.length < mentor.capacity - mentor.taken
      const isBetter = theirs.some((p) => !p.locked && p.points < found.score.total)
      if (hasPlace || isBetter) count += 1
    }
  }
  return count
}
