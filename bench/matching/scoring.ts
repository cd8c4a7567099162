import type { Row } from '../../src/matching/graph.ts'
import { indexPeople } from '../../src/matching/people-index.ts'
import { regionByRegion } from '../../src/matching/people-regions.ts'
import { openSearch } from '../../src/matching/people-search.ts'
import { type Pool, preparePool } from '../../src/matching/pool.ts'
import { pointsOrZero } from '../../src/matching/score.ts'
import { population } from './population.ts'

const BEST = 24

/** Pairs kept by a way of scoring, and the sum of their points. */
type Kept = { pairs: number; points: number }

/** Scores all pairs, each up to the first constraint that closes it. */
function plainLoop({ mentors, mentees, context }: Pool): { every: Kept; best: Kept } {
  const every = { pairs: 0, points: 0 }
  const best = { pairs: 0, points: 0 }
  const row = new Int32Array(mentors.length)
  for (const mentee of mentees) {
    let count = 0
    for (const mentor of mentors) {
      const points = pointsOrZero(mentor, mentee, context)
      if (points > 0) row[count++] = points
    }
    for (let n = 0; n < count; n++) every.points += row[n]
    every.pairs += count
    const sorted = row.subarray(0, count).sort()
    for (let n = Math.max(0, count - BEST); n < count; n++) best.points += sorted[n]
    best.pairs += Math.min(count, BEST)
  }
  return { every, best }
}

function everyPairOf(pool: Pool): Kept {
  const index = indexPeople(pool)
  const search = openSearch(index)
  const kept = { pairs: 0, points: 0 }
  for (const j of regionByRegion(index.queries)) {
    const { count, points } = search.findEvery(j, 1)
    for (let n = 0; n < count; n++) kept.points += points[n]
    kept.pairs += count
  }
  return kept
}

function bestOf(pool: Pool): Kept {
  const index = indexPeople(pool)
  const search = openSearch(index)
  search.usePrices(new Float64Array(pool.mentors.length))
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(BEST),
    value: new Int32Array(BEST),
  }
  const kept = { pairs: 0, points: 0 }
  for (const bidder of regionByRegion(index.queries)) {
    search.findBest({ bidder, floor: 0, least: 1, limit: BEST }, row)
    for (let n = 0; n < row.count; n++) kept.points += row.value[n]
    kept.pairs += row.count
  }
  return kept
}

/** Prints pairs per second and core, alternating; building the index counts. */
export function compareScoring(size: number, rounds: number): void {
  const pool = preparePool(population(size, size))
  const seconds: Record<'plain' | 'every' | 'best', number[]> = { plain: [], every: [], best: [] }
  const timed = <Result>(name: keyof typeof seconds, run: () => Result): Result => {
    const before = process.threadCpuUsage().user
    const result = run()
    seconds[name].push((process.threadCpuUsage().user - before) / 1e6)
    return result
  }
  for (let round = 0; round < rounds; round++) {
    const plain = timed('plain', () => plainLoop(pool))
    const every = timed('every', () => everyPairOf(pool))
    const best = timed('best', () => bestOf(pool))
    if (JSON.stringify(plain) !== JSON.stringify({ every, best })) {
      throw new Error(`different: ${JSON.stringify({ plain, every, best })}`)
    }
  }
  const middle = (name: keyof typeof seconds) =>
    seconds[name].toSorted((a, b) => a - b)[Math.floor(rounds / 2)]
  for (const name of ['plain', 'every', 'best'] as const) {
    const speed = (size * size) / middle(name) / 1e6
    const ratio = middle('plain') / middle(name)
    console.log(
      `${size} a side, ${name}: ${middle(name).toFixed(2)} s of CPU, ${speed.toFixed(1)} million pairs a second and core, ${ratio.toFixed(1)}×`,
    )
  }
}
