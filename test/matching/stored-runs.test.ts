import { describe, expect, it } from 'vitest'
import { remarksOn } from '../../src/matching/explain.ts'
import { pairsOf } from '../../src/matching/pair-row.ts'
import { upgradeInput, upgradeRun } from '../../src/matching/upgrade-stored.ts'
import { whomToRecruit } from '../../src/matching/recruit.ts'
import type { ProposalRun, ProposeInput } from '../../src/matching/types.ts'
import { whatIf } from '../../src/matching/what-if.ts'
import { whyNot } from '../../src/matching/why-not.ts'
import { readFile } from '../support/sources.ts'

/**
 * Runs stored by each version of the core, never to be regenerated: every later version must still explain
 * them. A new version adds a file. Since version 2, shared interests add to a middle value and days away
 * close pairs.
 */
const versions = [
  ['1', 5],
  ['2', 4],
] as const

describe.each(versions)('a run stored by version %s', (version, pairs) => {
  const stored = JSON.parse(readFile(`test/matching/stored-run-${version}.json`)) as {
    pool: ProposeInput
    result: ProposalRun
  }
  const pool = upgradeInput(stored.pool)
  const { result } = stored

  it('still shows the score, the parts and the reasons of each pair it proposed', () => {
    expect(result.version).toBe(version)
    expect(result.proposals).toHaveLength(pairs)
    for (const proposal of result.proposals) {
      const [seen] = pairsOf(pool, result, { role: 'mentee', id: proposal.mentee })
      expect(seen).toMatchObject({ mentor: proposal.mentor, result: { score: proposal.score } })
      const parts = proposal.score.parts.reduce((sum, { points }) => sum + points, 0)
      expect(parts).toBe(proposal.points)
      expect(remarksOn(proposal.score).for.length).toBeGreaterThan(0)
    }
  })

  it('still gives the score or the reasons of every other pair', () => {
    const seen = pool.mentees.flatMap(({ id }) => pairsOf(pool, result, { role: 'mentee', id }))
    expect(seen).toHaveLength(pool.mentors.length * pool.mentees.length)
    for (const { result } of seen)
      if (result.feasible) expect(result.score.total).toBeGreaterThan(0)
      else expect(result.reasons.length).toBeGreaterThan(0)
  })

  it('still supports why-not, recruiting and what-if', () => {
    const now = upgradeRun(pool, result)
    for (const person of [...result.unmatched.mentees, ...result.unmatched.mentors])
      expect(whyNot(pool, now, person).id).toBe(person.id)
    for (const { gain } of whomToRecruit(pool, now))
      expect(gain.matched > 0 || gain.total > 0).toBe(true)
    const [base, score] = whatIf(pool, [{ name: 'score', settings: { objective: 'score' } }])
    expect(score!.figures.total).toBeGreaterThanOrEqual(base!.figures.total)
  })
})
