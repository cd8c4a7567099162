import { type Arena, copyInts, floatsIn, intsIn } from './arena.ts'
import { writeWeek } from './availability.ts'
import { menteeObstacles } from './constraints.ts'
import {
  ACCEPTS_GENDER,
  CHILDREN,
  CHILDREN_ALONG,
  IN_PERSON_TOO,
  INSISTS_ON_AGE_TOO,
  INTERPRETER_DOES,
  IS_GENDER,
  IS_READY,
  LISTS,
  ONLINE_TOO,
  PREFERS_AGE_TOO,
  WORDS,
} from './kernel/assembly/constants.ts'
import { GENDERS, type Attributes } from './people-kinds.ts'
import { type Regions, writeRegions } from './people-regions.ts'
import { writePlaces } from './people-places.ts'
import { openLanguageValues } from './people-languages.ts'
import { openCoverage } from './people-values.ts'
import type { Pool } from './pool.ts'
import type { MenteeProfile, MentorProfile } from './profile.ts'
import { TERMS } from './weights.ts'

/**
 * The queries of all mentees against the index, as flat arrays with one entry per mentee unless said
 * otherwise.
 */
export type MenteeQueries = Regions & {
  count: number
  /** Three per mentee: north (km), east (degrees), cosine. */
  places: Float64Array
  /** `WORDS` per mentee: the week as a bitset. */
  weeks: Int32Array
  /** Bits IS_READY … PREFERS_AGE_TOO. */
  flags: Int32Array
  limitTenths: Int32Array
  /** In years; NaN, which fulfils no wish, when unknown. */
  ages: Float64Array
  /** Two per mentee: the youngest and oldest age wished for. */
  ageWishes: Float64Array
  /** Indices in GENDERS: the mentee's own, the one insisted on and the one preferred; -1 for none. */
  genders: Int32Array
  needsGenders: Int32Array
  prefersGenders: Int32Array
  waitingValues: Int32Array
  /** Total importance of the needs that some mentor offers. */
  offeredTotals: Int32Array
  /** Offset of the topics terms in `coverage`, ordered by importance covered. */
  coverageFrom: Int32Array
  coverage: Int32Array
  /** In ppm, one for each of TERMS per mentee. */
  weights: Int32Array
  /** See LanguageValues. Offset of the bitset for Danish in `words`; -1 if spoken below the needed level. */
  danish: Int32Array
  languageValueFrom: Int32Array
  mostLanguageValue: Int32Array
  mostDanishOnlyValue: Int32Array
  /** Language terms in ppm, at `languageValueFrom` of the mentee + `languageSetAt` of the mentor. */
  languageValues: Int32Array
  /** The mentor who is the same person, or -1. */
  selves: Int32Array
  /** The lists of all mentees, end to end. Attributes are given as offsets in `words`. */
  lists: Int32Array
  /** `LISTS` + 1 per mentee: where each list begins, and where the last one ends. */
  bounds: Int32Array
}

/** What the queries need to know of the mentors' index. */
type MentorSide = {
  attributes: Attributes
  /** One mentor for each set of languages. */
  speakers: readonly MentorProfile[]
  blocks: number
}

export function writeQueries(arena: Arena, pool: Pool, mentorSide: MentorSide): MenteeQueries {
  const { mentees, context } = pool
  const count = mentees.length
  const places = writePlaces(floatsIn(arena, 3 * count), mentees, ({ mentee }) => mentee)
  const coverage = openCoverage()
  const languageValues = openLanguageValues(
    mentorSide.speakers,
    mentorSide.attributes.languages,
    context.settings,
  )
  const queries: Omit<MenteeQueries, Table> = {
    places,
    weeks: intsIn(arena, WORDS * count),
    ...writeRegions(arena, pool, places),
    count,
    flags: intsIn(arena, count),
    limitTenths: intsIn(arena, count),
    ages: floatsIn(arena, count),
    ageWishes: floatsIn(arena, 2 * count),
    genders: intsIn(arena, count),
    needsGenders: intsIn(arena, count),
    prefersGenders: intsIn(arena, count),
    waitingValues: intsIn(arena, count),
    offeredTotals: intsIn(arena, count),
    coverageFrom: intsIn(arena, count),
    weights: intsIn(arena, TERMS.length * count),
    danish: intsIn(arena, count),
    languageValueFrom: intsIn(arena, count),
    mostLanguageValue: intsIn(arena, count),
    mostDanishOnlyValue: intsIn(arena, count),
    selves: writeSelves(arena, pool),
    bounds: intsIn(arena, (LISTS + 1) * count),
  }
  const lists = openLists(queries.bounds, LISTED * count)
  mentees.forEach((profile, j) => {
    if (menteeObstacles(profile, context).length > 0) return
    writePerson(queries, j, profile)
    writeWeek(profile.mentee.availability, queries.weeks, WORDS * j)
    queries.coverageFrom[j] = coverage.from(profile.needTotal)
    const spoken = languageValues.of(profile)
    queries.danish[j] = spoken.danish < 0 ? -1 : spoken.danish * mentorSide.blocks
    queries.languageValueFrom[j] = spoken.from
    queries.mostLanguageValue[j] = spoken.most
    queries.mostDanishOnlyValue[j] = spoken.mostDanishOnly
    lists.open(j)
    writePermissions(profile, mentorSide.blocks, lists)
    queries.offeredTotals[j] = writeNeeds(profile, mentorSide, lists)
    writeInterests(profile, mentorSide, lists)
    for (const attribute of spoken.others) lists.push(attribute * mentorSide.blocks)
    lists.next()
    const excluded = pool.excluded.get(j)
    if (excluded) for (const mentor of [...excluded].sort((a, b) => a - b)) lists.push(mentor)
    lists.next()
  })
  return {
    ...queries,
    lists: lists.entries(arena),
    languageValues: languageValues.table(arena),
    coverage: coverage.table(arena),
  }
}

/** Tables that are known only after all mentees were written. */
type Table = 'lists' | 'languageValues' | 'coverage'

function writePerson(queries: Omit<MenteeQueries, Table>, j: number, profile: MenteeProfile): void {
  const { mentee, weights } = profile
  const { gender, age } = mentee.wishes
  queries.flags[j] =
    IS_READY |
    (profile.inPerson ? IN_PERSON_TOO : 0) |
    (profile.online ? ONLINE_TOO : 0) |
    (mentee.interpreterAcceptable ? INTERPRETER_DOES : 0) |
    (mentee.childrenAlong ? CHILDREN_ALONG : 0) |
    (age?.strength === 'must' ? INSISTS_ON_AGE_TOO : 0) |
    (age?.strength === 'prefer' ? PREFERS_AGE_TOO : 0)
  queries.limitTenths[j] = profile.limitTenths
  queries.ages[j] = profile.age ?? Number.NaN
  queries.ageWishes[2 * j] = age?.from ?? 0
  queries.ageWishes[2 * j + 1] = age?.to ?? Number.POSITIVE_INFINITY
  queries.genders[j] = GENDERS.indexOf(mentee.gender)
  const wished = gender === null ? -1 : GENDERS.indexOf(gender.wanted)
  queries.needsGenders[j] = gender?.strength === 'must' ? wished : -1
  queries.prefersGenders[j] = gender?.strength === 'prefer' ? wished : -1
  queries.waitingValues[j] = profile.waitingValue
  queries.weights.set(weights, TERMS.length * j)
}

type Lists = ReturnType<typeof openLists>

/** Expected entries per mentee. */
const LISTED = 16

/** Appends lists to one growing array and records their bounds. */
function openLists(bounds: Int32Array, room: number) {
  let entries = new Int32Array(room)
  let end = 0
  let at = 0
  return {
    /** Begins the first list of mentee j. */
    open(j: number): void {
      at = (LISTS + 1) * j
      bounds[at] = end
    },
    push(value: number): void {
      if (end === entries.length) {
        const longer = new Int32Array(2 * end + 1)
        longer.set(entries)
        entries = longer
      }
      entries[end++] = value
    },
    /** Whether the current list contains the value. */
    has(value: number): boolean {
      for (let n = bounds[at]; n < end; n++) if (entries[n] === value) return true
      return false
    },
    /** Ends the current list and begins the next. */
    next(): void {
      at += 1
      bounds[at] = end
    },
    entries(arena: Arena): Int32Array {
      return copyInts(arena, entries.subarray(0, end))
    },
  }
}

function writePermissions({ mentee }: MenteeProfile, blocks: number, lists: Lists): void {
  const { gender } = mentee.wishes
  lists.push((ACCEPTS_GENDER + GENDERS.indexOf(mentee.gender)) * blocks)
  if (gender?.strength === 'must') lists.push((IS_GENDER + GENDERS.indexOf(gender.wanted)) * blocks)
  if (mentee.childrenAlong) lists.push(CHILDREN * blocks)
  lists.next()
}

/** Writes the needs that some mentor offers, and their importance; returns the total importance. */
function writeNeeds(
  { mentee: { needs } }: MenteeProfile,
  { attributes, blocks }: MentorSide,
  lists: Lists,
): number {
  let total = 0
  for (const { topic } of needs) {
    const attribute = attributes.topics.get(topic)
    if (attribute !== undefined) lists.push(attribute * blocks)
  }
  lists.next()
  for (const { topic, importance } of needs) {
    if (!attributes.topics.has(topic)) continue
    lists.push(importance)
    total += importance
  }
  lists.next()
  return total
}

function writeInterests(
  { mentee: { interests } }: MenteeProfile,
  { attributes, blocks }: MentorSide,
  lists: Lists,
): void {
  for (const interest of interests) {
    const attribute = attributes.interests.get(interest)
    // An interest named twice counts once.
    if (attribute !== undefined && !lists.has(attribute * blocks)) lists.push(attribute * blocks)
  }
  lists.next()
}

/** Merges the two lists, both ordered by id. */
function writeSelves(arena: Arena, { mentors, mentees }: Pool): Int32Array {
  const selves = intsIn(arena, mentees.length).fill(-1)
  let i = 0
  for (let j = 0; j < mentees.length; j++) {
    const { id } = mentees[j].mentee
    while (i < mentors.length && mentors[i].mentor.id < id) i += 1
    if (i < mentors.length && mentors[i].mentor.id === id) selves[j] = i
  }
  return selves
}
