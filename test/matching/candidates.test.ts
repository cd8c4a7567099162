import { describe, expect, it } from 'vitest'
import { BENCH_DAY, population } from '../../bench/matching/population.ts'
import { candidates } from '../../src/matching/candidates.ts'
import { obstacles } from '../../src/matching/constraints.ts'
import { findViolations, graphToCheck } from '../../src/matching/certificate.ts'
import { buildGraph, graphRows, type RowSource } from '../../src/matching/graph.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import { tallyReasons } from '../../src/matching/people-counts.ts'
import { indexPeople } from '../../src/matching/people-index.ts'
import { indexedPairs } from '../../src/matching/people-pairs.ts'
import { indexedRows } from '../../src/matching/people-rows.ts'
import { openSearch } from '../../src/matching/people-search.ts'
import { type Pool, preparePool } from '../../src/matching/pool.ts'
import { propose } from '../../src/matching/propose.ts'
import { scoreProfiles } from '../../src/matching/score.ts'
import type { Mentee, Mentor, ProposeInput, ReasonCode } from '../../src/matching/types.ts'
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
  some,
} from './pool.ts'
import { seed, tries } from '../support/tries.ts'

const noneLocked = () => false

/** Every feasible pair by a plain loop: mentor, mentee and points. */
function plainPairs(pool: Pool): number[][] {
  return pool.mentees.flatMap((mentee, j) =>
    pool.mentors.flatMap((mentor, i) => {
      const excluded = pool.excluded.get(j)?.has(i) ?? false
      const found = scoreProfiles(mentor, mentee, { ...pool.context, excluded })
      return found.feasible ? [[i, j, found.score.total]] : []
    }),
  )
}

function askedRows(pool: Pool): RowSource {
  const index = indexPeople(pool)
  return indexedRows({ index, search: openSearch(index), isLocked: noneLocked })
}

function heldPairs(pool: Pool): number[][] {
  const { start, mentor, value } = indexedPairs({ index: indexPeople(pool), isLocked: noneLocked })
  return pool.mentees.flatMap((_, j) =>
    Array.from({ length: start[j + 1] - start[j] }, (_, n) => {
      return [mentor[start[j] + n], j, value[start[j] + n]]
    }),
  )
}

/** A country in which every wish, limit and exception is common. */
function variedCountry(mentors: number, mentees: number, seed: number): ProposeInput {
  const random = seeded(seed)
  const country = population(mentors, mentees, seed)
  const strength = () => pick(random, ['must', 'prefer'] as const)
  const vary = <P extends Mentor | Mentee>(person: P): P => ({
    ...person,
    municipality: pick(random, [person.municipality, '0101', '0157']),
    coordinates: random() < 0.3 ? null : person.coordinates,
    furthestDistanceKm: pick(random, [null, 0, 12.34, 60]),
    meets: pick(random, ['in-person', 'in-person', 'either', 'online'] as const),
    gender: pick(random, ['woman', 'man', 'other', 'undisclosed'] as const),
    birthYear: pick(random, [null, person.birthYear, person.birthYear]),
    wishes: {
      gender:
        random() < 0.2
          ? { wanted: pick(random, ['woman', 'man', 'other'] as const), strength: strength() }
          : null,
      age: random() < 0.2 ? { from: 25, to: pick(random, [null, 50]), strength: strength() } : null,
      onlyAtLibrary: random() < 0.1,
    },
    interests: random() < 0.2 ? [] : [...person.interests, ...some(random, person.interests, 0.1)],
  })
  const varied = {
    ...country,
    mentors: country.mentors.map((mentor) => ({
      ...vary(mentor),
      taken: random() < 0.2 ? 1 : 0,
      requirementsMetUntil: pick(random, ['9999-12-31', '2026-12-24', '2026-11-24', null]),
    })),
    mentees: country.mentees.map((mentee) => ({
      ...vary(mentee),
      needs: random() < 0.2 ? [] : [...mentee.needs, ...some(random, mentee.needs, 0.1)],
      interpreterAcceptable: random() < 0.2,
      childrenAlong: random() < 0.2,
      weights:
        random() < 0.3 ? { topics: random(), distance: random(), interests: random() } : null,
    })),
    settings: settings({ minCommonMinutes: pick(random, [30, 60, 120]) }),
  }
  const excluded = varied.mentees.flatMap((mentee) =>
    some(random, varied.mentors, 0.03).map((mentor) => ({ mentor: mentor.id, mentee: mentee.id })),
  )
  const both = varied.mentors.slice(0, 5).map((mentor, at) => {
    return { ...mentor, id: varied.mentees[at].id }
  })
  return { ...varied, mentors: [...varied.mentors, ...both], excluded }
}

describe('finding feasible pairs', () => {
  it('loses no pair and adds none, in small pools', () => {
    const random = seeded(seed)
    const rounds = tries(20_000, 500)
    let pairs = 0
    for (let round = 0; round < rounds; round++) {
      const minCommonMinutes = pick(random, [15, 60, 60, 90, 180])
      const input = { ...randomPool(random, 8), settings: settings({ minCommonMinutes }) }
      const pool = preparePool(input)
      const plain = plainPairs(pool)
      expect(heldPairs(pool), `round ${round}`).toEqual(plain)
      pairs += plain.length
    }
    expect(pairs).toBeGreaterThan(rounds)
  })

  it('loses no pair and adds none in a whole country', () => {
    const pool = preparePool(population(300, 350, 5))
    const plain = plainPairs(pool)
    expect(plain.length).toBeGreaterThan(1000)
    expect(heldPairs(pool)).toEqual(plain)
  })

  it('loses no pair and adds none where every wish and exception occurs', () => {
    for (const seed of [11, 12, 13, 14]) {
      const pool = preparePool(variedCountry(250, 250, seed))
      const plain = plainPairs(pool)
      expect(plain.length).toBeGreaterThan(500)
      expect(heldPairs(pool)).toEqual(plain)
    }
  })

  it('finds hours that wrap round the end of the week', () => {
    const week = [hours(7, '23:30', '24:00'), hours(1, '00:00', '00:30')]
    const input = aPool({
      mentors: [aMentor({ availability: week })],
      mentees: [aMentee({ availability: week })],
    })
    expect(heldPairs(preparePool(input))).toHaveLength(1)
  })

  it('handles a hundred topics and interests', () => {
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

  it('finds no pair when a side is empty or has no place', () => {
    expect(heldPairs(preparePool(aPool({ mentees: [aMentee()] })))).toEqual([])
    expect(heldPairs(preparePool(aPool({ mentors: [aMentor()] })))).toEqual([])
    const closed = aPool({ mentors: [aMentor({ capacity: 0 })], mentees: [aMentee()] })
    expect(heldPairs(preparePool(closed))).toEqual([])
  })
})

describe('querying the best without holding the pairs', () => {
  it('gives the value of every single pair', () => {
    for (const input of [population(100, 120, 21), variedCountry(120, 100, 22)]) {
      const pool = preparePool(input)
      const rows = askedRows(pool)
      const found = pool.mentees.flatMap((_, j) =>
        pool.mentors.flatMap((_, i) => {
          const value = rows.value(j, i)
          return value > 0 ? [[i, j, value]] : []
        }),
      )
      expect(found).toEqual(plainPairs(pool))
    }
  })

  it.each([
    ['a whole country', population(400, 300, 6)],
    ['a country of exceptions', variedCountry(400, 300, 15)],
    ['many mentors', variedCountry(6000, 300, 23)],
  ])('gives the best of all pairs, at any prices, and a bound on the rest: %s', (_, input) => {
    const random = seeded(seed)
    const pool = preparePool(input)
    const index = indexPeople(pool)
    const graph = indexedPairs({ index, isLocked: noneLocked })
    const asked = indexedRows({ index, search: openSearch(index), isLocked: noneLocked })
    const row = { count: 0, cut: 0, column: new Int32Array(96), value: new Int32Array(96) }
    for (let round = 0; round < tries(2_000, 60); round++) {
      const bidder = Math.floor(random() * 300)
      const price = Float64Array.from(pool.mentors, () => Math.floor(random() * 500_000))
      const floor = Math.floor(random() * 300_000)
      const least = pick(random, [1, 1, 500_000])
      const limit = pick(random, [1, 3, 24, 96])
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

  it('gives the same answer whatever was queried before', () => {
    const pool = preparePool(variedCountry(200, 200, 16))
    const price = new Float64Array(pool.mentors.length)
    const answers = (order: readonly number[]) => {
      const rows = askedRows(pool)
      const row = { count: 0, cut: 0, column: new Int32Array(24), value: new Int32Array(24) }
      const found = new Map<number, unknown>()
      for (const bidder of order) {
        rows.fill({ bidder, price, floor: 0, least: 1, limit: 24 }, row)
        const { count, cut, column, value } = row
        found.set(bidder, [cut, [...column.slice(0, count)], [...value.slice(0, count)]])
      }
      return pool.mentees.map((_, j) => found.get(j))
    }
    const order = [...pool.mentees.keys()]
    expect(answers(shuffled(seeded(74), order))).toEqual(answers(order))
  })

  it('is proved optimal over the pairs of the plain loop', () => {
    const pool = preparePool(variedCountry(300, 300, 17))
    const capacity = Int32Array.from(pool.mentors, (mentor) => mentor.places)
    const waitingDays = Int32Array.from(pool.mentees, (mentee) => mentee.waitingDays)
    const plain = plainPairs(pool).map(([mentor, mentee, value]) => ({ mentor, mentee, value }))
    const pairs = graphToCheck(buildGraph(pool.mentees.length, pool.mentors.length, plain))
    for (const objective of ['coverage', 'score', 'worst-off'] as const) {
      const rows = askedRows(pool)
      const solution = solveAssignment({ rows, capacity, objective, waitingDays })
      expect(solution.matched).toBeGreaterThan(50)
      expect(findViolations(pairs, { capacity, objective, waitingDays }, solution)).toEqual([])
    }
  })

  it('proposes the same pairs in any order of the input when pairs are not held', () => {
    const random = seeded(75)
    const input = { ...population(2100, 2000, 9), settings: settings({ objective: 'score' }) }
    const pool = preparePool(input)
    expect(candidates(input, indexPeople(pool), { isLocked: noneLocked }).columns).toBeUndefined()
    const again = {
      ...input,
      mentors: shuffled(random, input.mentors),
      mentees: shuffled(random, input.mentees),
    }
    expect(JSON.stringify(propose(again))).toBe(JSON.stringify(propose(input)))
  })

  it('has the same total whether pairs are held or not', () => {
    const pool = preparePool(population(500, 500, 7))
    const index = indexPeople(pool)
    const wanted = { index, search: openSearch(index), isLocked: noneLocked }
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

describe('counting the reasons that close pairs', () => {
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
    const found = tallyReasons(pool, indexPeople(pool), { mentors, mentees })
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

  it('agrees with checking the pairs one by one, in small pools', () => {
    const random = seeded(seed)
    for (let round = 0; round < tries(20_000, 100); round++)
      compare(preparePool(randomPool(random, 8)))
  })

  it('agrees in a whole country, also where one person has both roles', () => {
    const input = population(120, 100, 8)
    const both = { ...input.mentors[0], id: input.mentees[5].id }
    const excluded = [{ mentor: input.mentors[3].id, mentee: input.mentees[3].id }]
    compare(preparePool({ ...input, mentors: [...input.mentors, both], excluded }))
    expect(input.today).toBe(BENCH_DAY)
  })

  it('agrees where every wish and exception occurs', () => {
    compare(preparePool(variedCountry(110, 100, 18)))
  })
})
