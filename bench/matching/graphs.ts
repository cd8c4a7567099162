/*
 * Synthetic pair graphs with the skew of a country, for the solver alone: few large and many small
 * municipalities, few large languages, hours mostly in evenings and weekends. About 1.5 % of all pairs are
 * feasible. Seeded.
 */
import { keepPairs, type PairGraph } from '../../src/matching/graph.ts'

export interface Bench {
  graph: PairGraph
  capacity: Int32Array
  waitingDays: Int32Array
}

export type Shape = 'scored' | 'random' | 'ties' | 'equal'

const MUNICIPALITIES = 98
const LANGUAGES = 14

/** mulberry32, which gives the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Side {
  place: Uint8Array
  language: Uint8Array
  level: Uint8Array
  hours: Int32Array
  topics: Int32Array
  x: Float64Array
  y: Float64Array
}

function drawSide(count: number, random: () => number, towns: Float64Array, skew: number): Side {
  const side: Side = {
    place: new Uint8Array(count),
    language: new Uint8Array(count),
    level: new Uint8Array(count),
    hours: new Int32Array(count),
    topics: new Int32Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
  }
  for (let n = 0; n < count; n++) {
    // The power makes the first municipalities and languages the large ones.
    const place = Math.floor(MUNICIPALITIES * random() ** skew)
    side.place[n] = place
    side.language[n] = Math.floor(LANGUAGES * random() ** (4 - skew))
    side.level[n] = Math.floor(7 * random() ** 1.7)
    side.x[n] = towns[2 * place] + 12 * (random() + random() - 1)
    side.y[n] = towns[2 * place + 1] + 12 * (random() + random() - 1)
    let hours = 0
    for (let k = 0; k < 4; k++) {
      // Blocks of two hours: 0–9 daytime, 10–27 evenings and weekends.
      const first = random() < 0.2 ? 0 : 10
      hours |= 1 << (first + Math.floor(random() * (first === 0 ? 10 : 18)))
    }
    side.hours[n] = hours
    let topics = 0
    for (let k = 0; k < 5; k++) topics |= 1 << Math.floor(30 * random() ** 1.5)
    side.topics[n] = topics
  }
  return side
}

function countBits(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555)
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333)
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function drawBench(mentors: number, mentees: number, shape: Shape, seed: number): Bench {
  const random = seeded(seed)
  const towns = Float64Array.from({ length: 2 * MUNICIPALITIES }, () => 180 * random())
  // Mentors are more often in large towns and common languages than mentees, so some mentees stay unmatched
  // although places suffice.
  const givers = drawSide(mentors, random, towns, 3)
  const takers = drawSide(mentees, random, towns, 1.6)
  const capacity = Int32Array.from(
    { length: mentors },
    () => [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][randomInt(10)],
  )
  const waitingDays = Int32Array.from({ length: mentees }, () => Math.floor(400 * random() ** 2))
  const local: number[][] = Array.from({ length: MUNICIPALITIES }, () => [])
  for (let i = 0; i < mentors; i++) local[givers.place[i]].push(i)
  const near = Array.from({ length: MUNICIPALITIES }, (_, a) =>
    local
      .filter((_, b) => {
        const dx = towns[2 * a] - towns[2 * b]
        const dy = towns[2 * a + 1] - towns[2 * b + 1]
        return dx * dx + dy * dy < 60 * 60
      })
      .flat()
      .sort((a, b) => a - b),
  )
  const start = new Int32Array(mentees + 1)
  let mentor = new Int32Array(1 << 16)
  let value = new Int32Array(1 << 16)
  let end = 0
  for (let j = 0; j < mentees; j++) {
    const limit = 15 + 25 * random()
    const days = waitingDays[j]
    const waiting = days / (days + 60)
    for (const i of near[takers.place[j]]) {
      const common = countBits(givers.hours[i] & takers.hours[j])
      if (common === 0) continue
      const shared = givers.language[i] === takers.language[j]
      if (!shared && takers.level[j] < 3) continue
      const dx = givers.x[i] - takers.x[j]
      const dy = givers.y[i] - takers.y[j]
      const far = Math.sqrt(dx * dx + dy * dy)
      if (far > limit) continue
      if (end === mentor.length) {
        mentor = longer(mentor)
        value = longer(value)
      }
      const topics = countBits(givers.topics[i] & takers.topics[j]) / 5
      const language = shared ? 0.7 : 0.4 + 0.1 * takers.level[j]
      const score =
        0.35 * topics +
        0.2 * language +
        0.15 * Math.min(1, common / 2) +
        0.15 * waiting +
        0.15 * (1 - far / limit)
      mentor[end] = i
      value[end] = valueFor(shape, score)
      end++
    }
    start[j + 1] = end
  }
  const pairs = keepPairs(mentor, value, end)
  const graph = { menteeCount: mentees, mentorCount: mentors, start, ...pairs }
  return { graph, capacity, waitingDays }

  function randomInt(below: number): number {
    return Math.floor(below * random())
  }

  function valueFor(kind: Shape, score: number): number {
    if (kind === 'equal') return 500_000
    if (kind === 'random') return 1 + randomInt(1_000_000)
    const ppm = Math.max(1, Math.round(1_000_000 * score))
    return kind === 'ties' ? Math.max(1, Math.round(ppm / 50_000)) * 50_000 : ppm
  }
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * array.length)
  twice.set(array)
  return twice
}
