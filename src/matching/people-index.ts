/*
 * Mentors in blocks of 32, one bit each: a hard constraint is then tested on 32 of them at once.
 *
 * A block holds mentors of one municipality who live close together (Morton order), those who
 * can meet online apart from the others, so that a mentee who cannot passes whole blocks by their
 * bounding box. Per block there is one 32-bit word for each thing that is asked: who is a woman, who
 * accepts a man, who speaks Tigrinya well enough, who has a free hour from Tuesday 17:15. Bit-sliced
 * signatures: Wong et al., VLDB 1985; the order is Morton's of 1966.
 *
 * What is left after the words is scored one by one, from flat arrays, with the very integers of
 * score.ts: a test holds the two together pair by pair.
 */
import { pieceStarts, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { neededLevel } from './languages.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'
import type { Gender, Wishes } from './types.ts'

export const BLOCK = 32
export const GENDERS: readonly Gender[] = ['woman', 'man', 'other', 'undisclosed']

/** Where each kind of word stands within a block. */
export const IN_PERSON = 0
export const ONLINE = 1
export const CHILDREN = 2
/** Insists on an age: to be looked at one by one. */
export const INSISTS_ON_AGE = 3
export const IS_GENDER = 4
export const ACCEPTS_GENDER = 8
/** Has a wish marked `prefer`. */
export const PREFERS = 12
const LANGUAGES = 13

/** Mentors by place in the index; `mentorAt` is -1 where a block is not full. */
export type PeopleIndex = {
  pool: Pool
  blocks: number
  mentorAt: Int32Array
  /** One row of `stride` words per block; from `starts` on one word for each quarter of the week. */
  words: Uint32Array
  stride: number
  starts: number
  /** The word of each language, in which those stand who speak it well enough. */
  languages: ReadonlyMap<string, number>
  /** Bounding boxes: south, north (km), west, east (degrees). And the furthest limit, in tenths. */
  boxes: Float64Array
  blockLimit: Int32Array
  places: MentorPlaces
  weeks: Uint32Array
  offers: BitTable
  interests: BitTable
  /** Mentors with the same languages have the same number; `speakers` has one of each. */
  tongue: Int32Array
  speakers: readonly MentorProfile[]
}

export type MentorPlaces = {
  northKm: Float64Array
  eastDegrees: Float64Array
  cosine: Float64Array
  limitTenths: Int32Array
}

/** Sets of words as bits: `width` 32-bit words a person. */
export type BitTable = { bits: Uint32Array; width: number; at: ReadonlyMap<string, number> }

/** Only mentors who are open to anyone are in it: requirements met and a place left. */
export function indexMentors(pool: Pool): PeopleIndex {
  const { context } = pool
  const open = pool.mentors
    .map((mentor, i) => ({ mentor, i, key: mortonKey(mentor) }))
    .filter(({ mentor }) => mentorObstacles(mentor, context).length === 0)
    .sort(
      (a, b) =>
        Number(a.mentor.online) - Number(b.mentor.online) ||
        Number(a.mentor.mentor.municipality) - Number(b.mentor.mentor.municipality) ||
        a.key - b.key ||
        a.i - b.i,
    )
  const slots = blockSlots(open)
  const mentorAt = Int32Array.from(slots, (slot) => slot?.i ?? -1)
  const blocks = mentorAt.length / BLOCK
  const profiles = slots.map((slot) => slot?.mentor ?? null)
  const languages = languageWords(profiles, context.settings)
  const starts = LANGUAGES + languages.size
  const stride = starts + SLOTS_PER_WEEK
  const words = new Uint32Array(blocks * stride)
  const minutes = context.settings.minCommonMinutes
  profiles.forEach((mentor, slot) => {
    if (mentor === null) return
    const base = Math.floor(slot / BLOCK) * stride
    for (const word of wordsOf(mentor, languages, context.settings)) {
      words[base + word] |= 1 << (slot % BLOCK)
    }
    for (const start of pieceStarts(mentor.week, Math.ceil(minutes / 15))) {
      words[base + starts + start] |= 1 << (slot % BLOCK)
    }
  })
  return {
    pool,
    blocks,
    mentorAt,
    words,
    stride,
    starts,
    languages,
    ...boxesOf(profiles, blocks),
    places: placesOf(profiles),
    weeks: weeksOf(profiles),
    offers: bitTable(profiles, ({ offers }) => offers),
    interests: bitTable(profiles, ({ interests }) => interests),
    ...tonguesOf(profiles),
  }
}

type Profiles = readonly (MentorProfile | null)[]
type Placed = { mentor: MentorProfile; i: number }

/** Fills blocks; a new municipality, or the first who can meet online, starts a new one. */
function blockSlots(open: readonly Placed[]): (Placed | null)[] {
  const slots: (Placed | null)[] = []
  open.forEach((placed, at) => {
    const before = open[at - 1]
    const isNew =
      before !== undefined &&
      (before.mentor.online !== placed.mentor.online ||
        before.mentor.mentor.municipality !== placed.mentor.mentor.municipality)
    while (isNew && slots.length % BLOCK !== 0) slots.push(null)
    slots.push(placed)
  })
  while (slots.length % BLOCK !== 0) slots.push(null)
  return slots
}

/** Interleaves the bits of both coordinates on a grid of about 100 metres. */
function mortonKey({ place }: MentorProfile): number {
  const spread = (value: number) => {
    let bits = Math.max(0, Math.min(0xffff, Math.floor(value)))
    bits = (bits | (bits << 8)) & 0x00ff00ff
    bits = (bits | (bits << 4)) & 0x0f0f0f0f
    bits = (bits | (bits << 2)) & 0x33333333
    return (bits | (bits << 1)) & 0x55555555
  }
  const north = spread((place.northKm - 5900) * 10)
  const east = spread((place.eastDegrees - 7) * 600)
  return ((north << 1) | east) >>> 0
}

function languageWords(profiles: Profiles, settings: Pool['context']['settings']) {
  const found = new Set<string>()
  for (const mentor of profiles) {
    for (const [language, { level }] of mentor?.languages ?? []) {
      if (level >= neededLevel(language, settings)) found.add(language)
    }
  }
  return new Map([...found].sort().map((language, at) => [language, LANGUAGES + at]))
}

function wordsOf(
  mentor: MentorProfile,
  languages: ReadonlyMap<string, number>,
  settings: Pool['context']['settings'],
): number[] {
  const { wishes, gender, acceptsChildren } = mentor.mentor
  const words = [IS_GENDER + GENDERS.indexOf(gender)]
  if (mentor.inPerson) words.push(IN_PERSON)
  if (mentor.online) words.push(ONLINE)
  if (acceptsChildren) words.push(CHILDREN)
  if (wishes.age?.strength === 'must') words.push(INSISTS_ON_AGE)
  if (prefersSomething(wishes)) words.push(PREFERS)
  GENDERS.forEach((of, at) => {
    if (wishes.gender?.strength !== 'must' || wishes.gender.wanted === of) {
      words.push(ACCEPTS_GENDER + at)
    }
  })
  for (const [language, { level }] of mentor.languages) {
    if (level >= neededLevel(language, settings)) words.push(languages.get(language)!)
  }
  return words
}

export function prefersSomething({ gender, age }: Wishes): boolean {
  return gender?.strength === 'prefer' || age?.strength === 'prefer'
}

function boxesOf(profiles: Profiles, blocks: number) {
  const boxes = new Float64Array(blocks * 4)
  const blockLimit = new Int32Array(blocks)
  for (let block = 0; block < blocks; block++) {
    const members = profiles.slice(block * BLOCK, (block + 1) * BLOCK).filter((m) => m !== null)
    const north = members.map(({ place }) => place.northKm)
    const east = members.map(({ place }) => place.eastDegrees)
    boxes.set(
      [Math.min(...north), Math.max(...north), Math.min(...east), Math.max(...east)],
      block * 4,
    )
    blockLimit[block] = Math.max(...members.map(({ limitTenths }) => limitTenths))
  }
  return { boxes, blockLimit }
}

function placesOf(profiles: Profiles): MentorPlaces {
  return {
    northKm: Float64Array.from(profiles, (mentor) => mentor?.place.northKm ?? 0),
    eastDegrees: Float64Array.from(profiles, (mentor) => mentor?.place.eastDegrees ?? 0),
    cosine: Float64Array.from(profiles, (mentor) => mentor?.place.cosine ?? 0),
    limitTenths: Int32Array.from(profiles, (mentor) => mentor?.limitTenths ?? -1),
  }
}

function weeksOf(profiles: Profiles): Uint32Array {
  const weeks = new Uint32Array(profiles.length * WORDS)
  profiles.forEach((mentor, slot) => {
    if (mentor !== null) weeks.set(mentor.week, slot * WORDS)
  })
  return weeks
}

function bitTable(
  profiles: Profiles,
  wordsIn: (mentor: MentorProfile) => Iterable<string>,
): BitTable {
  const at = new Map<string, number>()
  for (const mentor of profiles) {
    if (mentor === null) continue
    for (const word of wordsIn(mentor)) if (!at.has(word)) at.set(word, at.size)
  }
  const width = Math.max(1, Math.ceil(at.size / 32))
  const bits = new Uint32Array(profiles.length * width)
  profiles.forEach((mentor, slot) => {
    if (mentor === null) return
    for (const word of wordsIn(mentor)) {
      const bit = at.get(word)!
      bits[slot * width + (bit >> 5)] |= 1 << (bit & 31)
    }
  })
  return { bits, width, at }
}

function tonguesOf(profiles: Profiles): Pick<PeopleIndex, 'tongue' | 'speakers'> {
  const numbers = new Map<string, number>()
  const speakers: MentorProfile[] = []
  const tongue = Int32Array.from(profiles, (mentor) => {
    if (mentor === null) return -1
    let key = ''
    for (const [language, { level }] of mentor.languages) key += language + level
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, speakers.length)
    speakers.push(mentor)
    return speakers.length - 1
  })
  return { tongue, speakers }
}
