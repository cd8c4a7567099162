import type { LanguageSkill, Level, Mentee, Mentor, ProposeInput } from '../../../matching/types.ts'
import { DEFAULT_SETTINGS } from '../../../matching/weights.ts'
import { whatIf } from '../../../matching/what-if.ts'

/** Enough people to reach every branch, few enough to be quick. */
const side = 150
const rounds = 12

/**
 * Runs the core on invented people until its code is compiled: the first question would otherwise
 * take seven times as long as the next.
 */
export function warmUp(): void {
  const pool = inventedPool()
  for (let round = 0; round < rounds; round++)
    whatIf(pool, [
      { name: '', settings: { objective: 'score' } },
      { name: '', settings: { objective: 'coverage' } },
      { name: '', morePlaces: { mentor: 'all', places: 1 } },
    ])
}

function inventedPool(): ProposeInput {
  const numbers = [...Array(side).keys()]
  return {
    mentors: numbers.map(inventedMentor),
    mentees: numbers.map(inventedMentee),
    ...{ excluded: [], locked: [], settings: DEFAULT_SETTINGS, today: '2026-01-01' },
  }
}

const topics = ['dansk', 'job', 'it', 'fritid']
const spokenTags = ['ar', 'ti', 'uk', 'fa']

function spoken(tag: string, level: Level): LanguageSkill {
  return { tag, level, reads: true, writes: true, canInterpret: false }
}

function inventedPerson(at: number) {
  return {
    languages: [
      spoken('da', at % 3 === 0 ? 'native' : 'B1'),
      spoken(spokenTags[at % spokenTags.length]!, 'B2'),
    ],
    availability: [
      { day: ((at % 7) + 1) as 1, from: '09:00', to: '12:00' },
      { day: ((at % 5) + 1) as 1, from: '16:00', to: '19:30' },
    ],
    municipality: at % 4 === 0 ? '0440' : '0461',
    ...{ coordinates: null, furthestDistanceKm: 30, birthYear: 1960 + (at % 40) },
    meets: 'either' as const,
    gender: at % 2 === 0 ? ('woman' as const) : ('man' as const),
    wishes: { gender: null, age: null, onlyAtLibrary: false },
    interests: [`${at % 9}`, `${at % 5}`],
  }
}

function inventedMentor(at: number): Mentor {
  return {
    ...inventedPerson(at),
    id: `mentor ${at}`,
    offers: [topics[at % topics.length]!, topics[(at + 1) % topics.length]!],
    ...{ capacity: 1 + (at % 2), taken: 0 },
    ...{ requirementsMetUntil: '9999-12-31', acceptsChildren: at % 2 === 0 },
  }
}

function inventedMentee(at: number): Mentee {
  return {
    ...inventedPerson(at * 3),
    id: `mentee ${at}`,
    needs: [{ topic: topics[at % topics.length]!, importance: 3 }],
    readySince: `2025-${String((at % 12) + 1).padStart(2, '0')}-01`,
    ...{ wantsDanishPractice: at % 2 === 0, interpreterAcceptable: false },
    ...{ childrenAlong: at % 8 === 0, weights: null },
  }
}
