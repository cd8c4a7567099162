/*
 * People like those of a country, for benches and large tests: 98 municipalities of their real relative
 * sizes, languages and levels of refugees and Danish volunteers, hours mostly in evenings and weekends,
 * capacity 1 to 3. Seeded.
 */
import { openCommonParts } from '../../src/matching/common-parts.ts'
import { MUNICIPALITY_CODES, municipalityCentre } from '../../src/matching/municipalities.ts'
import type {
  Coordinates,
  LanguageSkill,
  Level,
  Mentee,
  Mentor,
  ProposeInput,
  WeeklyInterval,
  Wishes,
} from '../../src/matching/types.ts'
import { DEFAULT_SETTINGS } from '../../src/matching/weights.ts'
import { seeded } from './graphs.ts'

export const BENCH_DAY = '2026-11-23'

/** Inhabitants in thousands, in the order of the codes. */
const SIZES = [
  660, 105, 52, 39, 15, 75, 70, 24, 30, 28, 54, 56, 59, 44, 24, 43, 17, 42, 26, 42, 64, 54, 25, 57,
  45, 46, 52, 63, 31, 91, 25, 42, 33, 74, 37, 48, 36, 80, 24, 31, 29, 40, 84, 60, 45, 39, 40, 41,
  52, 24, 32, 209, 59, 30, 12, 6, 55, 27, 74, 36, 115, 3, 50, 43, 59, 53, 97, 95, 122, 90, 60, 19,
  21, 44, 36, 50, 23, 100, 102, 4, 65, 368, 43, 56, 47, 20, 45, 43, 98, 36, 59, 36, 2, 32, 41, 38,
  225, 64,
]
const LANGUAGES: readonly [tag: string, share: number][] = [
  ['ar', 30],
  ['uk', 22],
  ['ti', 10],
  ['fa', 8],
  ['so', 6],
  ['fa-AF', 5],
  ['tr', 4],
  ['ckb', 4],
  ['ps', 3],
  ['am', 2],
  ['ta', 2],
  ['bs', 2],
  ['my', 1],
  ['fr', 1],
]
const DANISH: readonly [Level, number][] = [
  ['A0', 15],
  ['A1', 30],
  ['A2', 28],
  ['B1', 18],
  ['B2', 7],
  ['C1', 2],
]
const TOPICS = [
  'dansk', 'skrive_fortaelling', 'it', 'borger_dk', 'lektier', 'job', 'uddannelse', 'fritid',
  'netvaerk', 'boern', 'cykling', 'oekonomi', 'bolig', 'sundhed', 'koerekort', 'forening',
] // prettier-ignore
const INTERESTS = [
  'football', 'cooking', 'music', 'books', 'gardening', 'cycling', 'handicraft', 'film',
  'photography', 'nature', 'small-children', 'nurse', 'teacher', 'engineer', 'craftsman', 'history',
  'swimming', 'chess', 'dance', 'travel',
] // prettier-ignore

type Random = () => number

/** Capacity is mostly 1. */
export function population(mentors: number, mentees: number, seed = 1): ProposeInput {
  const random = seeded(seed)
  // As the reader of people files does.
  const share = openCommonParts()
  return {
    mentors: Array.from({ length: mentors }, (_, n) => share(mentor(random, id('m', n)))),
    mentees: Array.from({ length: mentees }, (_, n) => share(mentee(random, id('r', n)))),
    excluded: [],
    locked: [],
    settings: DEFAULT_SETTINGS,
    today: BENCH_DAY,
  }
}

function id(role: string, n: number): string {
  return `${role}${String(n).padStart(6, '0')}`
}

function mentor(random: Random, name: string): Mentor {
  const roll = random()
  return {
    ...person(random, name),
    languages: mentorLanguages(random),
    availability: hours(random, 1 + Math.floor(random() * 3)),
    offers: [...new Set(['dansk', ...draw(random, TOPICS, 1 + Math.floor(random() * 4))])],
    capacity: roll < 0.75 ? 1 : roll < 0.93 ? 2 : 3,
    taken: 0,
    requirementsMetUntil: random() < 0.95 ? '9999-12-31' : null,
    acceptsChildren: random() < 0.4,
  }
}

function mentee(random: Random, name: string): Mentee {
  const native = weighted(random, LANGUAGES)
  const languages = [skill(native, 'native'), skill('da', weighted(random, DANISH))]
  if (random() < 0.3) languages.push(skill('en', pick(random, ['A2', 'B1', 'B2', 'C1'] as const)))
  const day = new Date(Date.UTC(2026, 10, 22 - Math.floor(random() * random() * 500)))
  return {
    ...person(random, name),
    languages,
    availability: hours(random, 2 + Math.floor(random() * 3)),
    needs: draw(random, TOPICS, 1 + Math.floor(random() * 4)).map((topic) => {
      return { topic, importance: pick(random, [1, 2, 2, 3] as const) }
    }),
    readySince: random() < 0.97 ? day.toISOString().slice(0, 10) : null,
    wantsDanishPractice: random() < 0.75,
    interpreterAcceptable: random() < 0.05,
    childrenAlong: random() < 0.08,
    weights: null,
  }
}

function person(random: Random, name: string) {
  const code = weighted(
    random,
    MUNICIPALITY_CODES.map((municipality, at) => [municipality, SIZES[at]] as const),
  )
  const meets = random()
  return {
    id: name,
    municipality: code,
    coordinates: around(random, municipalityCentre(code)),
    furthestDistanceKm: pick(random, [null, 5, 10, 10, 15, 20]),
    meets: meets < 0.88 ? 'in-person' : meets < 0.97 ? 'either' : 'online',
    gender: pick(random, ['woman', 'man'] as const),
    birthYear: 1945 + Math.floor(random() * 60),
    wishes: personWishes(random),
    interests: draw(random, INTERESTS, 2 + Math.floor(random() * 4)),
  } as const
}

function personWishes(random: Random): Wishes {
  const wanted = pick(random, ['woman', 'man'] as const)
  const roll = random()
  const strength = roll < 0.07 ? 'must' : 'prefer'
  return {
    gender: roll < 0.1 ? { wanted, strength } : null,
    age: random() < 0.02 ? { from: 30, to: null, strength: 'prefer' } : null,
    onlyAtLibrary: random() < 0.1,
  }
}

function mentorLanguages(random: Random): LanguageSkill[] {
  const languages = [skill('da', random() < 0.9 ? 'native' : pick(random, ['B2', 'C1'] as const))]
  if (random() < 0.7) languages.push(skill('en', pick(random, ['B1', 'B2', 'C1'] as const)))
  if (random() < 0.12) {
    languages.push(
      skill(weighted(random, LANGUAGES), pick(random, ['B1', 'B2', 'native'] as const)),
    )
  }
  return languages
}

function skill(tag: string, level: Level): LanguageSkill {
  return { tag, level, reads: true, writes: true, canInterpret: false }
}

/** Evenings of two to four hours, and for half of the people an interval at the weekend. */
function hours(random: Random, evenings: number): WeeklyInterval[] {
  const found = draw(random, [1, 2, 3, 4, 5] as const, evenings).map((day) => {
    const from = 64 + Math.floor(random() * 12)
    return interval(day, from, from + 6 + Math.floor(random() * 10))
  })
  if (random() < 0.5) {
    const from = 36 + Math.floor(random() * 20)
    found.push(interval(pick(random, [6, 7] as const), from, from + 8 + Math.floor(random() * 12)))
  }
  return found
}

function interval(day: WeeklyInterval['day'], from: number, to: number): WeeklyInterval {
  return { day, from: clock(from), to: clock(Math.min(to, 96)) }
}

function clock(slot: number): string {
  const text = (n: number) => String(n).padStart(2, '0')
  return `${text(Math.floor(slot / 4))}:${text((slot % 4) * 15)}`
}

/** Within about ten kilometres of the centre, denser near it. */
function around(random: Random, { latitude, longitude }: Coordinates): Coordinates {
  const reach = 0.1 * random()
  return {
    latitude: latitude + reach * (random() * 2 - 1),
    longitude: longitude + 2 * reach * (random() * 2 - 1),
  }
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]
}

function draw<T>(random: Random, from: readonly T[], count: number): T[] {
  const left = [...from]
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0])
}

function weighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  const sum = from.reduce((total, [, share]) => total + share, 0)
  let at = random() * sum
  for (const [value, share] of from) {
    at -= share
    if (at < 0) return value
  }
  return from[from.length - 1][0]
}
