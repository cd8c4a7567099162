import { describe, expect, it, vi } from 'vitest'
import { BENCH_DAY, population } from '../../bench/matching/population.ts'
import { candidates } from '../../src/matching/candidates.ts'
import { obstacles } from '../../src/matching/constraints.ts'
import { graphRows } from '../../src/matching/graph.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import { tallyReasons } from '../../src/matching/people-counts.ts'
import { indexMentors } from '../../src/matching/people-index.ts'
import { indexedPairs } from '../../src/matching/people-pairs.ts'
import { indexedRows } from '../../src/matching/people-rows.ts'
import { type Pool, preparePool } from '../../src/matching/pool.ts'
import { scoreProfiles } from '../../src/matching/score.ts'
import type { ReasonCode } from '../../src/matching/types.ts'
import { aMentee, aMentor, aPool, hours, pick, randomPool, seeded, settings } from './pool.ts'

// Thousands of cases: seconds alone, longer on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const nobody = () => false

/** Every pair by the plain loop, with every reason and fact: mentor, mentee and points. */
function plainPairs(pool: Pool): number[][] {
  return pool.mentees.flatMap((mentee, j) =>
    pool.mentors.flatMap((mentor, i) => {
      const excluded = pool.excluded.get(j)?.has(i) ?? false
      const found = scoreProfiles(mentor, mentee, { ...pool.context, excluded })
      return found.feasible ? [[i, j, found.score.total]] : []
    }),
  )
}

function heldPairs(pool: Pool): number[][] {
  const { start, mentor, value } = indexedPairs({ index: indexMentors(pool), isLocked: nobody })
  return pool.mentees.flatMap((_, j) =>
    Array.from({ length: start[j + 1] - start[j] }, (_, n) => {
      return [mentor[start[j] + n], j, value[start[j] + n]]
    }),
  )
}

describe('finding who can meet whom', () => {
  it('loses no pair and adds none, in thousands of small pools', () => {
    const random = seeded(71)
    let pairs = 0
    for (let round = 0; round < 2000; round++) {
      const minCommonMinutes = pick(random, [15, 60, 60, 90, 180])
      const input = { ...randomPool(random, 8), settings: settings({ minCommonMinutes }) }
      const pool = preparePool(input)
      const plain = plainPairs(pool)
      expect(heldPairs(pool), `round ${round}`).toEqual(plain)
      pairs += plain.length
    }
    expect(pairs).toBeGreaterThan(3000)
  })

  it('loses no pair and adds none in a whole country', () => {
    const pool = preparePool(population(300, 350, 5))
    const plain = plainPairs(pool)
    expect(plain.length).toBeGreaterThan(1000)
    expect(heldPairs(pool)).toEqual(plain)
  })

  it('sees hours that go round the end of the week', () => {
    const week = [hours(7, '23:30', '24:00'), hours(1, '00:00', '00:30')]
    const input = aPool({
      mentors: [aMentor({ availability: week })],
      mentees: [aMentee({ availability: week })],
    })
    expect(heldPairs(preparePool(input))).toHaveLength(1)
  })

  it('counts as many words of topics and interests as a programme has', () => {
    const words = Array.from({ length: 100 }, (_, n) => `word-${n}`)
    const input = aPool({
      mentors: words.map((word, n) =>
        aMentor({ id: `m${n}`, offers: words.slice(n), interests: [word] }),
      ),
      mentees: words.map((word, n) =>
        aMentee({
          id: `r${n}`,
          needs: [
            { topic: word, importance: 2 },
            { topic: 'word-99', importance: 1 },
          ],
          interests: words.slice(0, n),
        }),
      ),
    })
    const pool = preparePool(input)
    expect(heldPairs(pool)).toEqual(plainPairs(pool))
  })

  it('finds nobody where there is nobody', () => {
    expect(heldPairs(preparePool(aPool({ mentees: [aMentee()] })))).toEqual([])
    expect(heldPairs(preparePool(aPool({ mentors: [aMentor()] })))).toEqual([])
    const closed = aPool({ mentors: [aMentor({ capacity: 0 })], mentees: [aMentee()] })
    expect(candidates(preparePool(closed), nobody).graph?.value).toHaveLength(0)
  })
})

describe('asking for the best without holding the pairs', () => {
  it('gives the best of all pairs, at any prices, and a bound on what it left out', () => {
    const random = seeded(72)
    const pool = preparePool(population(400, 300, 6))
    const index = indexMentors(pool)
    const graph = indexedPairs({ index, isLocked: nobody })
    const asked = indexedRows({ index, isLocked: nobody })
    const row = { count: 0, cut: 0, column: new Int32Array(24), value: new Int32Array(24) }
    for (let round = 0; round < 400; round++) {
      const bidder = Math.floor(random() * 300)
      const price = Float64Array.from({ length: 400 }, () => Math.floor(random() * 500_000))
      const floor = Math.floor(random() * 300_000)
      const least = pick(random, [1, 1, 500_000])
      const limit = pick(random, [1, 3, 24])
      const wanted = Array.from(graph.value.subarray(graph.start[bidder], graph.start[bidder + 1]))
        .map((value, n) => ({ value, mentor: graph.mentor[graph.start[bidder] + n] }))
        .map(({ value, mentor }) => ({ value, worth: value - price[mentor] }))
        .filter(({ value, worth }) => worth > floor && value >= least)
        .map(({ worth }) => worth)
        .sort((a, b) => b - a)
      asked.fill({ bidder, price, floor, least, limit }, row)
      const worth = Array.from(row.column.subarray(0, row.count), (column) => {
        return asked.value(bidder, column) - price[column]
      })
      expect(worth).toEqual(wanted.slice(0, limit))
      expect(row.cut).toBeGreaterThanOrEqual(wanted[limit] ?? floor)
      expect(row.cut).toBeLessThanOrEqual(worth.length < limit ? floor : worth[limit - 1])
    }
  })

  it('comes to the same total either way', () => {
    const pool = preparePool(population(500, 500, 7))
    const wanted = { index: indexMentors(pool), isLocked: nobody }
    const capacity = Int32Array.from(pool.mentors, (mentor) => mentor.places)
    const waitingDays = Int32Array.from(pool.mentees, (mentee) => mentee.waitingDays)
    for (const objective of ['coverage', 'score', 'worst-off'] as const) {
      const totals = [graphRows(indexedPairs(wanted)), indexedRows(wanted)].map((rows) => {
        const { total, matched } = solveAssignment({ rows, capacity, objective, waitingDays })
        return { total, matched }
      })
      expect(totals[1]).toEqual(totals[0])
    }
  })
})

describe('counting what closes the pairs', () => {
  function plainTally(pool: Pool, pairs: readonly (readonly [number, number])[]) {
    const counts = new Map<ReasonCode, number>()
    let feasible = 0
    for (const [i, j] of pairs) {
      const excluded = pool.excluded.get(j)?.has(i) ?? false
      const [first] = obstacles(pool.mentors[i], pool.mentees[j], { ...pool.context, excluded })
      if (first === undefined) feasible += 1
      else counts.set(first.code, (counts.get(first.code) ?? 0) + 1)
    }
    const reasons = [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    return { feasible, reasons }
  }

  function compare(pool: Pool): void {
    const mentors = [...pool.mentors.keys()]
    const mentees = [...pool.mentees.keys()]
    const found = tallyReasons(indexMentors(pool), { mentors, mentees })
    const all = mentees.flatMap((j) => mentors.map((i) => [i, j] as const))
    expect(found.all).toEqual(plainTally(pool, all))
    for (const i of mentors) {
      const own = all.filter(([mentor]) => mentor === i)
      expect(found.mentors.get(i)).toEqual(plainTally(pool, own))
    }
    for (const j of mentees) {
      const own = all.filter(([, mentee]) => mentee === j)
      expect(found.mentees.get(j)).toEqual(plainTally(pool, own))
    }
  }

  it('agrees with going through the pairs one by one, in small pools', () => {
    const random = seeded(73)
    for (let round = 0; round < 500; round++) compare(preparePool(randomPool(random, 8)))
  })

  it('agrees in a whole country, also where one person has both roles', () => {
    const input = population(120, 100, 8)
    const both = { ...input.mentors[0], id: input.mentees[5].id }
    const excluded = [{ mentor: input.mentors[3].id, mentee: input.mentees[3].id }]
    compare(preparePool({ ...input, mentors: [...input.mentors, both], excluded }))
    expect(input.today).toBe(BENCH_DAY)
  })
})
