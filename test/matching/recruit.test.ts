import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPeopleFile } from '../../src/files/people-file.ts'
import { propose } from '../../src/matching/propose.ts'
import { whomToRecruit } from '../../src/matching/recruit.ts'
import type { Objective, ProposeInput } from '../../src/matching/types.ts'
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
} from './pool.ts'
import { seed, tries } from '../support/tries.ts'

function example(name: string): ProposeInput {
  const text = readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8')
  const answer = readPeopleFile(text, TODAY)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.input
}

describe('advising which mentors to recruit', () => {
  it('describes the mentor that unmatched mentees need', () => {
    const mentees = [
      aMentee({
        id: 'selam',
        languages: [speaks('ti'), speaks('da', 'A1')],
        municipality: '0657',
        availability: [hours(3, '16:30', '19:30')],
        needs: [
          { topic: 'job', importance: 1 },
          { topic: 'dansk', importance: 3 },
        ],
        childrenAlong: true,
      }),
    ]
    const input = aPool({ mentors: [aMentor()], mentees })
    const [advice] = whomToRecruit(input, propose(input))
    expect(advice.profile).toMatchObject({
      languages: [{ tag: 'da' }, { tag: 'ti', level: 'B1' }],
      municipality: '0657',
      availability: [hours(3, '16:30', '18:30')],
      offers: ['dansk', 'job'],
      acceptsChildren: true,
    })
    expect(advice).toMatchObject({ gain: { matched: 1 }, couldMeet: 1, ofThemUnmatched: 1 })
  })

  it('gives the exact gain of adding that mentor', () => {
    const random = seeded(seed)
    const rounds = tries(5_000, 50)
    let kept = 0
    for (let round = 0; round < rounds; round++) {
      const objective = pick<Objective>(random, ['coverage', 'score', 'worst-off'])
      const input = { ...randomPool(random, 7), settings: settings({ objective }) }
      const run = propose(input)
      for (const { profile, gain, atMost } of whomToRecruit(input, run)) {
        const again = propose({ ...input, mentors: [profile, ...input.mentors] })
        expect(again.matched - run.matched).toBe(gain.matched)
        expect(again.total - run.total).toBe(gain.total)
        if (objective === 'score') expect(gain.total).toBeLessThanOrEqual(atMost)
        kept += 1
      }
    }
    expect(kept).toBeGreaterThan(rounds / 2)
  })

  it('gives the exact gain for four municipalities too', () => {
    const input = example('four-municipalities')
    const run = propose(input)
    const advice = whomToRecruit(input, run)
    expect(advice).toHaveLength(3)
    const [{ profile, gain }] = advice
    const again = propose({ ...input, mentors: [...input.mentors, profile] })
    expect(again.matched).toBe(run.matched + gain.matched)
    expect(again.total).toBe(run.total + gain.total)
    expect(gain.matched).toBe(1)
    expect(again.proposals.some(({ mentor }) => mentor === profile.id)).toBe(true)
  })

  it('gives no advice without ready mentees', () => {
    const input = aPool({ mentors: [aMentor()], mentees: [aMentee({ readySince: null })] })
    expect(whomToRecruit(input, propose(input))).toEqual([])
  })
})
