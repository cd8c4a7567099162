import { z } from 'zod'
import { inputProblems, isDay, unknownPeople } from '../matching/check.ts'
import { openCommonParts } from '../matching/common-parts.ts'
import { isMunicipality } from '../matching/municipalities.ts'
import type { InputProblem, IsoDate, ProposeInput } from '../matching/types.ts'
import { DEFAULT_SETTINGS, TERMS } from '../matching/weights.ts'
import {
  type FileFault,
  findJsonFault,
  type Path,
  placesOfPaths,
  pointerOf,
} from './json-places.ts'

const Id = z.string().trim().min(1, 'must not be empty').max(200)
const Word = z.string().trim().min(1, 'must not be empty').max(100)
const Day = z
  .string()
  .refine(isDay, { error: 'must be a day that exists, as 2026-11-23' })
  .meta({ format: 'date', example: '2026-11-23' })
const Clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/, 'must be on the quarter hour, as 17:15')
const Municipality = z
  .string()
  .refine(isMunicipality, { error: 'must be a municipality code of four digits, as "0461"' })
  .meta({ pattern: '^\\d{4}$' })
const Weight = z.number().min(0, 'must not be negative').max(1000)
const Distance = z.number().min(0).max(1000)

/** Languages of refugees for which the language data has no name. */
const ALSO_KNOWN = new Set(['aii', 'acm', 'apc', 'pbu', 'hac', 'tig'])
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** The canonical tag, or null for a malformed BCP 47 tag or an unknown language. */
function canonicalTag(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    const primary = canonical.split('-')[0]
    if (primary === 'und' || primary === 'mul') return null
    return ALSO_KNOWN.has(primary) || languageNames.of(primary) !== undefined ? canonical : null
  } catch {
    return null
  }
}

const LanguageTag = z
  .string()
  .refine((tag) => canonicalTag(tag) !== null, {
    error: (issue) => `"${issue.input}" is not a language tag we know (BCP 47, as da, ti, fa-AF)`,
  })
  .overwrite((tag) => canonicalTag(tag) ?? tag)

const Level = z.enum(['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'])

const LanguageSkill = z.strictObject({
  tag: LanguageTag.describe('BCP 47: da, ar, ti, uk, fa-AF'),
  level: Level.describe('spoken'),
  reads: z.boolean().default(true),
  writes: z.boolean().default(true),
  canInterpret: z.boolean().default(false),
})

const WeeklyInterval = z
  .strictObject({
    day: z.literal([1, 2, 3, 4, 5, 6, 7], 'must be 1 (Monday) to 7 (Sunday)'),
    from: Clock,
    to: Clock.describe('not included; 24:00 is the end of the day'),
  })
  .refine(({ from, to }) => from < to, {
    error: 'must end after it starts; split hours that cross midnight into two days',
    path: ['to'],
  })

const Strength = z.enum(['must', 'prefer'])
const AgeYears = z.int().min(0).max(120)
const Wishes = z.strictObject({
  gender: z
    .strictObject({ wanted: z.enum(['woman', 'man', 'other']), strength: Strength })
    .nullable()
    .default(null),
  age: z
    .strictObject({
      from: AgeYears.nullable().default(null),
      to: AgeYears.nullable().default(null),
      strength: Strength,
    })
    .refine(({ from, to }) => from === null || to === null || from <= to, {
      error: 'must not be below "from"',
      path: ['to'],
    })
    .nullable()
    .default(null),
  onlyAtLibrary: z.boolean().default(false),
})

const person = {
  id: Id.describe('unique among the mentors, or among the mentees'),
  languages: z.array(LanguageSkill).max(30),
  availability: z
    .array(WeeklyInterval)
    .max(200)
    .describe('weekly, local time; overlaps are joined'),
  municipality: Municipality.describe('kommunekode: "0461" is Odense'),
  coordinates: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    })
    .nullable()
    .default(null)
    .describe('without them, the centre of the municipality'),
  furthestDistanceKm: Distance.nullable().default(null).describe("null: the programme's limit"),
  meets: z.enum(['in-person', 'online', 'either']).default('in-person'),
  gender: z.enum(['woman', 'man', 'other', 'undisclosed']).default('undisclosed'),
  birthYear: z.int().min(1900).max(2100).nullable().default(null),
  wishes: Wishes.default({ gender: null, age: null, onlyAtLibrary: false }),
  interests: z.array(Word).max(50).default([]),
  away: z
    .array(z.strictObject({ from: Day, to: Day.describe('the last day, included') }))
    .max(50)
    .default([])
    .describe('holidays; who is away for most of the coming weeks is not proposed'),
}

const Mentor = z.strictObject({
  ...person,
  offers: z.array(Word).max(50).describe('topics'),
  capacity: z.int().min(0).max(8).default(1),
  taken: z.int().min(0).max(8).default(0),
  requirementsMetUntil: Day.nullable().describe(
    'null: one is missing. 9999-12-31: all are met and none expires',
  ),
  acceptsChildren: z.boolean().default(false).describe('and is cleared for it'),
})

const Mentee = z.strictObject({
  ...person,
  needs: z
    .array(z.strictObject({ topic: Word, importance: z.literal([1, 2, 3], 'must be 1, 2 or 3') }))
    .max(50),
  readySince: Day.nullable().describe('null: not ready'),
  wantsDanishPractice: z.boolean().default(false),
  interpreterAcceptable: z.boolean().default(false),
  childrenAlong: z.boolean().default(false),
  weights: z
    .strictObject({
      topics: Weight.optional(),
      language: Weight.optional(),
      time: Weight.optional(),
      distance: Weight.optional(),
      interests: Weight.optional(),
    })
    .nullable()
    .default(null)
    .describe("the mentee's own weights; what is left out keeps the programme's"),
})

const Settings = z.strictObject({
  objective: z.enum(['coverage', 'score', 'worst-off']).default(DEFAULT_SETTINGS.objective),
  weights: z
    .strictObject({
      topics: Weight.default(DEFAULT_SETTINGS.weights.topics),
      language: Weight.default(DEFAULT_SETTINGS.weights.language),
      time: Weight.default(DEFAULT_SETTINGS.weights.time),
      waiting: Weight.default(DEFAULT_SETTINGS.weights.waiting),
      distance: Weight.default(DEFAULT_SETTINGS.weights.distance),
      interests: Weight.default(DEFAULT_SETTINGS.weights.interests),
    })
    .refine((weights) => TERMS.some((term) => weights[term] > 0), {
      error: 'must not all be zero',
    })
    .prefault({}),
  minLevelDanish: Level.default(DEFAULT_SETTINGS.minLevelDanish),
  minLevelOther: Level.default(DEFAULT_SETTINGS.minLevelOther),
  minCommonMinutes: z.int().min(15).max(10_080).default(DEFAULT_SETTINGS.minCommonMinutes),
  requirementMarginDays: z.int().min(0).max(3660).default(DEFAULT_SETTINGS.requirementMarginDays),
  furthestDistanceKm: Distance.default(DEFAULT_SETTINGS.furthestDistanceKm),
})

const Pair = z.strictObject({ mentor: Id, mentee: Id })

/** `people.json`: the input of a run, except the day. */
const PeopleFile = z
  .strictObject({
    $schema: z.string().optional(),
    settings: Settings.prefault({}),
    mentors: z.array(Mentor),
    mentees: z.array(Mentee),
    excluded: z.array(Pair).default([]).describe('pairs that must not be proposed'),
    locked: z.array(Pair).default([]).describe('pairs that are already fixed'),
    earlier: z
      .array(Pair)
      .default([])
      .describe('pairs of an earlier run, kept where nothing is lost'),
  })
  .meta({ title: 'People to be matched by makker match run' })

export function peopleFileJsonSchema(): object {
  return z.toJSONSchema(PeopleFile, { io: 'input', target: 'draft-2020-12' })
}

/** `faults` has at most MOST_FAULTS, in the order found; `more` is the number left out. */
export type PeopleFileAnswer =
  { ok: true; input: ProposeInput } | { ok: false; faults: readonly FileFault[]; more: number }

/** Enough to see a pattern. */
const MOST_FAULTS = 20

/** Reads a people file; errors come with their line and field. */
export function readPeopleFile(text: string, today: IsoDate): PeopleFileAnswer {
  const broken = findJsonFault(text)
  if (broken !== null) return { ok: false, faults: [broken], more: 0 }
  const parsed = PeopleFile.safeParse(JSON.parse(text))
  if (!parsed.success) return refusal(text, parsed.error.issues.flatMap(issueFaults))
  const { $schema: _, mentors, mentees, ...rest } = parsed.data
  const share = openCommonParts()
  const input = { ...rest, mentors: mentors.map(share), mentees: mentees.map(share), today }
  const problems = [
    ...inputProblems(input),
    // Elsewhere excluded people may have left the pool; in a file an unknown id is a typing error.
    ...unknownPeople(input.excluded, input, ['excluded']),
  ]
  if (problems.length === 0) return { ok: true, input }
  return refusal(
    text,
    problems.map((problem) => ({ path: problem.path, message: problemMessage(problem) })),
  )
}

type Fault = { path: Path; message: string }

function refusal(text: string, found: readonly Fault[]): PeopleFileAnswer {
  const first = found.slice(0, MOST_FAULTS)
  const places = placesOfPaths(
    text,
    first.map(({ path }) => path),
  )
  const faults = first.map(({ path, message }, n) => {
    return { ...places[n], pointer: pointerOf(path), message }
  })
  return { ok: false, faults, more: found.length - first.length }
}

function issueFaults(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      return { path: [...issue.path, key], message: 'there is no such field' }
    })
  }
  return [{ path: issue.path, message: issue.message }]
}

function problemMessage(problem: InputProblem): string {
  switch (problem.code) {
    case 'id-empty':
      return 'must not be empty'
    case 'id-collides':
      return `the id "${problem.id}" is already used by number ${problem.first + 1} of this list`
    case 'unknown-person':
      return `there is no ${problem.role} with the id "${problem.id}"`
    case 'locked-and-excluded':
      return `${problem.mentor} and ${problem.mentee} are both locked and excluded`
    case 'locked-twice':
      return `the mentee "${problem.mentee}" is locked to more than one mentor`
    case 'locked-with-self':
      return `"${problem.id}" is locked with themselves`
    case 'locked-over-capacity':
      return `"${problem.mentor}" has ${problem.places} free places, fewer than locked pairs`
    case 'weight-negative':
      return `the weight of ${problem.term} must be 0 or more`
    case 'weights-all-zero':
      return 'the weights must not all be zero'
    case 'interval-time':
      return `"${problem.value}" is not on the quarter hour`
    case 'interval-ends-before-start':
      return 'must end after it starts; split hours that cross midnight into two days'
    case 'days-end-before-start':
      return 'must not end before it starts'
    case 'date':
      return `"${problem.value}" is not a day that exists`
    case 'number-range':
      return `${problem.value} is not from ${problem.least} to ${problem.most}`
    case 'municipality-unknown':
      return `no municipality has the code "${problem.value}"`
    case 'language-tag':
      return `"${problem.value}" is not a language tag`
  }
}
