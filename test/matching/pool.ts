import type {
  LanguageSkill,
  Level,
  Mentee,
  Mentor,
  Pair,
  ProposeInput,
  Settings,
  WeeklyInterval,
  Wishes,
} from '../../src/matching/types.ts'
import { DEFAULT_SETTINGS } from '../../src/matching/weights.ts'

export const TODAY = '2026-11-23'

const noWishes: Wishes = { gender: null, age: null, onlyAtLibrary: false }

export function speaks(tag: string, level: Level = 'native'): LanguageSkill {
  return { tag, level, reads: true, writes: true, canInterpret: false }
}

export function hours(day: WeeklyInterval['day'], from: string, to: string): WeeklyInterval {
  return { day, from, to }
}

/** A mentor in Odense, free on Tuesday evenings, who offers Danish. */
export function aMentor(changes: Partial<Mentor> = {}): Mentor {
  return {
    id: 'mentor',
    languages: [speaks('da')],
    availability: [hours(2, '17:00', '19:00')],
    municipality: '0461',
    coordinates: null,
    furthestDistanceKm: null,
    meets: 'in-person',
    gender: 'woman',
    birthYear: 1970,
    wishes: noWishes,
    interests: [],
    away: [],
    offers: ['dansk'],
    capacity: 1,
    taken: 0,
    requirementsMetUntil: '9999-12-31',
    acceptsChildren: false,
    ...changes,
  }
}

/** A mentee in Odense with a little Danish, free on Tuesday evenings, ready for sixty days. */
export function aMentee(changes: Partial<Mentee> = {}): Mentee {
  return {
    id: 'mentee',
    languages: [speaks('ar'), speaks('da', 'A2')],
    availability: [hours(2, '17:00', '19:00')],
    municipality: '0461',
    coordinates: null,
    furthestDistanceKm: null,
    meets: 'in-person',
    gender: 'man',
    birthYear: 1990,
    wishes: noWishes,
    interests: [],
    away: [],
    needs: [{ topic: 'dansk', importance: 3 }],
    readySince: '2026-09-24',
    wantsDanishPractice: true,
    interpreterAcceptable: false,
    childrenAlong: false,
    weights: null,
    ...changes,
  }
}

export function wishes(changes: Partial<Wishes>): Wishes {
  return { ...noWishes, ...changes }
}

export function settings(changes: Partial<Settings> = {}): Settings {
  return { ...DEFAULT_SETTINGS, ...changes }
}

export function aPool(changes: Partial<ProposeInput> = {}): ProposeInput {
  return {
    mentors: [],
    mentees: [],
    excluded: [],
    locked: [],
    settings: settings(),
    today: TODAY,
    ...changes,
  }
}

export type Random = () => number

/** Seeded, so that a failing case can be repeated. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]
}

export function some<T>(random: Random, from: readonly T[], share: number): T[] {
  return from.filter(() => random() < share)
}

export function shuffled<T>(random: Random, from: readonly T[]): T[] {
  const list = [...from]
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
  return list
}

const LEVELS: readonly Level[] = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']
const TOPICS = ['dansk', 'job', 'it', 'fritid', 'lektier']
const INTERESTS = ['football', 'cooking', 'music', 'nurse']
const TIMES = ['15:00', '16:45', '17:30', '19:00', '20:15', '22:00']
const PLACES = ['0461', '0461', '0461', '0461', '0440', '0265']

/** A week, which closes no pair, and two months, which close all. */
const AWAY = [
  { from: '2026-12-20', to: '2026-12-27' },
  { from: '2026-11-25', to: '2027-01-24' },
]

function randomPerson(random: Random, id: string) {
  return {
    id,
    languages: [
      speaks('da', pick(random, LEVELS)),
      ...some(random, ['ar', 'ti', 'uk', 'fa-AF'], 0.4).map((tag) =>
        speaks(tag, pick(random, LEVELS)),
      ),
    ],
    availability: ([1, 2, 3, 6] as const)
      .filter(() => random() < 0.7)
      .map((day) => {
        const from = Math.floor(random() * (TIMES.length - 1))
        const to = from + 1 + Math.floor(random() * (TIMES.length - from - 1))
        return hours(day, TIMES[from], TIMES[to])
      }),
    municipality: pick(random, PLACES),
    coordinates: null,
    furthestDistanceKm: pick(random, [null, null, 25, 40]),
    meets: pick(random, [
      'in-person',
      'in-person',
      'in-person',
      'either',
      'either',
      'online',
    ] as const),
    gender: pick(random, ['woman', 'man', 'other', 'undisclosed'] as const),
    birthYear: pick(random, [null, 1950, 1975, 1990, 2004]),
    wishes: {
      gender:
        random() < 0.15
          ? {
              wanted: pick(random, ['woman', 'man'] as const),
              strength: pick(random, ['must', 'prefer'] as const),
            }
          : null,
      age:
        random() < 0.15
          ? { from: 20, to: pick(random, [null, 40]), strength: pick(random, ['must', 'prefer']) }
          : null,
      onlyAtLibrary: random() < 0.1,
    } as Wishes,
    interests: some(random, INTERESTS, 0.4),
    away: random() < 0.15 ? [pick(random, AWAY)] : [],
  }
}

export function randomMentor(random: Random, id: string): Mentor {
  return {
    ...randomPerson(random, id),
    offers: some(random, TOPICS, 0.5),
    capacity: Math.floor(random() * 4),
    taken: random() < 0.2 ? 1 : 0,
    requirementsMetUntil: pick(random, [
      '9999-12-31',
      '9999-12-31',
      '9999-12-31',
      '2027-02-01',
      '2026-12-01',
      null,
    ]),
    acceptsChildren: random() < 0.5,
  }
}

export function randomMentee(random: Random, id: string): Mentee {
  return {
    ...randomPerson(random, id),
    needs: some(random, TOPICS, 0.5).map((topic) => ({
      topic,
      importance: pick(random, [1, 2, 3] as const),
    })),
    readySince: pick(random, [
      '2026-11-20',
      '2026-09-01',
      '2026-09-01',
      '2025-12-24',
      '2026-12-24',
      null,
    ]),
    wantsDanishPractice: random() < 0.6,
    interpreterAcceptable: random() < 0.3,
    childrenAlong: random() < 0.2,
    weights: random() < 0.2 ? { topics: random(), distance: random() } : null,
  }
}

/** Removes most common obstacles from a random person. */
function eased(random: Random) {
  return {
    languages: [
      speaks('da', pick(random, ['B1', 'B2', 'native'])),
      ...some(random, [speaks('ar')], 0.3),
    ],
    availability: [hours(2, '16:00', pick(random, ['18:00', '20:00'])), hours(6, '10:00', '11:00')],
    municipality: pick(random, ['0461', '0440']),
    furthestDistanceKm: pick(random, [null, 30]),
    meets: pick(random, ['in-person', 'either'] as const),
    wishes: noWishes,
    away: [],
  }
}

/** Small pools with any obstacle, between nearly closed and nearly open. */
export function randomPool(random: Random, most = 5): ProposeInput {
  const count = () => Math.floor(random() * (most + 1))
  const ease = random() * 1.2
  const mentors = Array.from({ length: count() }, (_, i): Mentor => {
    const mentor = randomMentor(random, `m${i}`)
    if (random() > ease) return mentor
    return {
      ...mentor,
      ...eased(random),
      capacity: 1 + Math.floor(random() * 2),
      requirementsMetUntil: '9999-12-31',
    }
  })
  const mentees = Array.from({ length: count() }, (_, j): Mentee => {
    const mentee = randomMentee(random, `r${j}`)
    if (random() > ease) return mentee
    return {
      ...mentee,
      ...eased(random),
      readySince: mentee.readySince ?? '2026-09-01',
      childrenAlong: false,
    }
  })
  const excluded: Pair[] = mentors.flatMap((mentor) =>
    mentees
      .filter(() => random() < 0.1)
      .map((mentee) => ({ mentor: mentor.id, mentee: mentee.id })),
  )
  return aPool({ mentors, mentees, excluded })
}
