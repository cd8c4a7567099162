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
import { GENDERS, type Kinds } from './people-kinds.ts'
import { type Regions, writeRegions } from './people-regions.ts'
import { writePlaces } from './people-places.ts'
import { openTongues } from './people-languages.ts'
import { openCoverage } from './people-values.ts'
import type { Pool } from './pool.ts'
import type { MenteeProfile, MentorProfile } from './profile.ts'
import { TERMS } from './weights.ts'

/** What every mentee asks of the mentors' index, in plain numbers: one of each kind for each mentee. */
export type Asking = Regions & {
  count: number
  /** North (km), east (degrees) and cosine. */
  places: Float64Array
  /** `WORDS` words. */
  weeks: Int32Array
  /** Bits: IS_READY and those after it. */
  flags: Int32Array
  limitTenths: Int32Array
  /** In years; NaN, which is within no wish, when unknown. */
  ages: Float64Array
  /** Two years: the youngest and the oldest whom the mentee wishes for, if there is a wish. */
  ageWishes: Float64Array
  /** Indices in GENDERS: of the mentee, and what is insisted on or preferred; -1 for none. */
  genders: Int32Array
  needsGenders: Int32Array
  prefersGenders: Int32Array
  waitingValues: Int32Array
  /** The importance of all that is needed and that some mentor offers. */
  offeredTotals: Int32Array
  /** Where the topics terms begin in `coverage`, by what is covered. */
  coverageFrom: Int32Array
  coverage: Int32Array
  /** Weights in ppm, one for each of TERMS. */
  weights: Int32Array
  /** See Tongues. Where Danish begins; -1 where it is not spoken well enough. */
  danish: Int32Array
  tongueFrom: Int32Array
  mostTongue: Int32Array
  mostPlainTongue: Int32Array
  /** The language terms, by `tongueFrom` and the mentor's `tongueAt`. */
  tongues: Int32Array
  /** The mentor who is the same human, or -1. */
  selves: Int32Array
  /** The lists of all, those of a mentee one after the other; kinds by where their words begin. */
  lists: Int32Array
  /** `LISTS` + 1 of each mentee: where each list begins, and where the last one ends. */
  bounds: Int32Array
}

/** What the questions are put to. */
type Asked = {
  kinds: Kinds
  /** One mentor for each way to speak. */
  speakers: readonly MentorProfile[]
  blocks: number
}

export function writeAsking(arena: Arena, pool: Pool, asked: Asked): Asking {
  const { mentees, context } = pool
  const count = mentees.length
  const places = writePlaces(floatsIn(arena, 3 * count), mentees, ({ mentee }) => mentee)
  const coverage = openCoverage()
  const tongues = openTongues(asked.speakers, asked.kinds.languages, context.settings)
  const asking: Omit<Asking, Table> = {
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
    tongueFrom: intsIn(arena, count),
    mostTongue: intsIn(arena, count),
    mostPlainTongue: intsIn(arena, count),
    selves: samePeople(arena, pool),
    bounds: intsIn(arena, (LISTS + 1) * count),
  }
  const lists = openLists(asking.bounds, LISTED * count)
  mentees.forEach((profile, j) => {
    if (menteeObstacles(profile, context).length > 0) return
    writePerson(asking, j, profile)
    writeWeek(profile.mentee.availability, asking.weeks, WORDS * j)
    asking.coverageFrom[j] = coverage.from(profile.needTotal)
    const spoken = tongues.of(profile)
    asking.danish[j] = spoken.danish < 0 ? -1 : spoken.danish * asked.blocks
    asking.tongueFrom[j] = spoken.from
    asking.mostTongue[j] = spoken.most
    asking.mostPlainTongue[j] = spoken.mostPlain
    lists.open(j)
    writePermissions(profile, asked.blocks, lists)
    asking.offeredTotals[j] = writeNeeds(profile, asked, lists)
    writeInterests(profile, asked, lists)
    for (const kind of spoken.others) lists.push(kind * asked.blocks)
    lists.next()
    const excluded = pool.excluded.get(j)
    if (excluded) for (const mentor of [...excluded].sort((a, b) => a - b)) lists.push(mentor)
    lists.next()
  })
  return {
    ...asking,
    lists: lists.all(arena),
    tongues: tongues.table(arena),
    coverage: coverage.table(arena),
  }
}

/** What is made for all of them together. */
type Table = 'lists' | 'tongues' | 'coverage'

function writePerson(asking: Omit<Asking, Table>, j: number, profile: MenteeProfile): void {
  const { mentee, weights } = profile
  const { gender, age } = mentee.wishes
  asking.flags[j] =
    IS_READY |
    (profile.inPerson ? IN_PERSON_TOO : 0) |
    (profile.online ? ONLINE_TOO : 0) |
    (mentee.interpreterAcceptable ? INTERPRETER_DOES : 0) |
    (mentee.childrenAlong ? CHILDREN_ALONG : 0) |
    (age?.strength === 'must' ? INSISTS_ON_AGE_TOO : 0) |
    (age?.strength === 'prefer' ? PREFERS_AGE_TOO : 0)
  asking.limitTenths[j] = profile.limitTenths
  asking.ages[j] = profile.age ?? Number.NaN
  asking.ageWishes[2 * j] = age?.from ?? 0
  asking.ageWishes[2 * j + 1] = age?.to ?? Number.POSITIVE_INFINITY
  asking.genders[j] = GENDERS.indexOf(mentee.gender)
  const wished = gender === null ? -1 : GENDERS.indexOf(gender.wanted)
  asking.needsGenders[j] = gender?.strength === 'must' ? wished : -1
  asking.prefersGenders[j] = gender?.strength === 'prefer' ? wished : -1
  asking.waitingValues[j] = profile.waitingValue
  asking.weights.set(weights, TERMS.length * j)
}

type Lists = ReturnType<typeof openLists>

/** Entries of a mentee's lists, more or less. */
const LISTED = 16

/** Lists that grow one after the other, in memory that grows with them. */
function openLists(bounds: Int32Array, room: number) {
  let all = new Int32Array(room)
  let end = 0
  let at = 0
  return {
    /** Begins with the first list of somebody. */
    open(j: number): void {
      at = (LISTS + 1) * j
      bounds[at] = end
    },
    push(value: number): void {
      if (end === all.length) {
        const longer = new Int32Array(2 * end + 1)
        longer.set(all)
        all = longer
      }
      all[end++] = value
    },
    /** Whether the list that is being written has this value. */
    has(value: number): boolean {
      for (let n = bounds[at]; n < end; n++) if (all[n] === value) return true
      return false
    },
    /** Ends this list and begins the next. */
    next(): void {
      at += 1
      bounds[at] = end
    },
    all(arena: Arena): Int32Array {
      return copyInts(arena, all.subarray(0, end))
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

/** What is needed, as far as any mentor offers it; returns how important that is in all. */
function writeNeeds(
  { mentee: { needs } }: MenteeProfile,
  { kinds, blocks }: Asked,
  lists: Lists,
): number {
  let total = 0
  for (const { topic } of needs) {
    const kind = kinds.topics.get(topic)
    if (kind !== undefined) lists.push(kind * blocks)
  }
  lists.next()
  for (const { topic, importance } of needs) {
    if (!kinds.topics.has(topic)) continue
    lists.push(importance)
    total += importance
  }
  lists.next()
  return total
}

function writeInterests(
  { mentee: { interests } }: MenteeProfile,
  { kinds, blocks }: Asked,
  lists: Lists,
): void {
  for (const interest of interests) {
    const kind = kinds.interests.get(interest)
    // Named twice, it is still one interest.
    if (kind !== undefined && !lists.has(kind * blocks)) lists.push(kind * blocks)
  }
  lists.next()
}

/** Both are in the order of their ids, so one walk along the two finds who is in both. */
function samePeople(arena: Arena, { mentors, mentees }: Pool): Int32Array {
  const selves = intsIn(arena, mentees.length).fill(-1)
  let i = 0
  for (let j = 0; j < mentees.length; j++) {
    const { id } = mentees[j].mentee
    while (i < mentors.length && mentors[i].mentor.id < id) i += 1
    if (i < mentors.length && mentors[i].mentor.id === id) selves[j] = i
  }
  return selves
}
