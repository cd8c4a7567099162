/*
 * Mentors in blocks of 32, one bit each: a hard constraint is then tested on 32 of them at once.
 *
 * A block holds mentors of one municipality who live close together (Morton order), those who
 * can meet online apart from the others, so that a mentee who cannot passes whole blocks by their
 * bounding box. Per block there is one 32-bit word for each thing that is asked: who is a woman, who
 * accepts a man, who speaks Tigrinya well enough, who can help with a job, who has a free hour from
 * Tuesday 17:15. Bit-sliced signatures: Wong et al., VLDB 1985; the order is Morton's of 1966.
 *
 * The words of one kind lie side by side, block after block: a question reads a dozen kinds over the
 * blocks of a region, and so a dozen short runs of memory instead of hundreds of scattered words.
 */
import { MINUTES_PER_SLOT, pieceStarts, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { neededLevel } from './languages.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'
import type { Gender, Settings, Wishes } from './types.ts'

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
/** Has a wish marked `prefer`: any, one about the age, and one for each sex it may name. */
export const PREFERS = 12
export const PREFERS_AGE = 13
export const PREFERS_GENDER = 14
const LANGUAGES = PREFERS_GENDER + GENDERS.length

/** Mentors by place in the index; `mentorAt` is -1 where a block is not full. */
export type PeopleIndex = {
  pool: Pool
  blocks: number
  mentorAt: Int32Array
  /** The word of kind k for block b stands at k * blocks + b. */
  words: Int32Array
  /** The kind of each language, in which those stand who speak it well enough. */
  languages: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
  interests: ReadonlyMap<string, number>
  /** From here on, for each quarter of the week, who has a free piece that starts in it. */
  starts: number
  /** The same for each quarter and the three after it together. */
  spans: number
  /** Bounding boxes: south, north (km), west, east (degrees). */
  boxes: Float64Array
  /** The smallest cosine of a block, and its furthest limit in tenths. */
  blockCosine: Float64Array
  blockLimit: Int32Array
  /** Of each mentor side by side: north (km), east (degrees), cosine, limit in tenths. */
  places: Float64Array
  weeks: Int32Array
  /** Mentors with the same languages have the same number; `speakers` has one of each. */
  tongue: Int32Array
  speakers: readonly MentorProfile[]
}

/** Quarters that one word of `spans` tells of. */
export const SPAN = 4

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
  const kinds = nameKinds(profiles, context.settings)
  const words = new Int32Array(blocks * kinds.count)
  const length = Math.ceil(context.settings.minCommonMinutes / MINUTES_PER_SLOT)
  profiles.forEach((mentor, slot) => {
    if (mentor === null) return
    const block = slot >> 5
    const bit = 1 << (slot & 31)
    for (const kind of kindsOf(mentor, kinds, context.settings)) words[kind * blocks + block] |= bit
    for (const start of pieceStarts(mentor.week, length)) {
      words[(kinds.starts + start) * blocks + block] |= bit
    }
  })
  joinSpans(words, kinds, blocks)
  return {
    pool,
    blocks,
    mentorAt,
    words,
    ...kinds,
    ...boxesOf(profiles, blocks),
    places: placesOf(profiles),
    weeks: weeksOf(profiles),
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

type Kinds = Pick<PeopleIndex, 'languages' | 'topics' | 'interests' | 'starts' | 'spans'> & {
  count: number
}

/** Numbers the kinds of words: the fixed ones, then whatever these mentors speak, offer and like. */
function nameKinds(profiles: Profiles, settings: Settings): Kinds {
  let count = LANGUAGES
  const number = (wordsIn: (mentor: MentorProfile) => Iterable<string>) => {
    const found = new Map<string, number>()
    for (const mentor of profiles) {
      if (mentor === null) continue
      for (const word of wordsIn(mentor)) if (!found.has(word)) found.set(word, count++)
    }
    return found
  }
  const languages = number((mentor) => enoughSpoken(mentor, settings))
  const topics = number(({ offers }) => offers)
  const interests = number((mentor) => mentor.interests)
  const starts = count
  const spans = starts + SLOTS_PER_WEEK
  return { languages, topics, interests, starts, spans, count: spans + SLOTS_PER_WEEK }
}

function* enoughSpoken({ languages }: MentorProfile, settings: Settings): Generator<string> {
  for (const [language, { level }] of languages) {
    if (level >= neededLevel(language, settings)) yield language
  }
}

function joinSpans(words: Int32Array, { starts, spans }: Kinds, blocks: number): void {
  for (let quarter = 0; quarter < SLOTS_PER_WEEK; quarter++) {
    const to = (spans + quarter) * blocks
    const last = Math.min(quarter + SPAN, SLOTS_PER_WEEK)
    for (let start = quarter; start < last; start++) {
      const from = (starts + start) * blocks
      for (let block = 0; block < blocks; block++) words[to + block] |= words[from + block]
    }
  }
}

function kindsOf(mentor: MentorProfile, kinds: Kinds, settings: Settings): number[] {
  const { wishes, gender, acceptsChildren } = mentor.mentor
  const found = [IS_GENDER + GENDERS.indexOf(gender)]
  if (mentor.inPerson) found.push(IN_PERSON)
  if (mentor.online) found.push(ONLINE)
  if (acceptsChildren) found.push(CHILDREN)
  if (wishes.age?.strength === 'must') found.push(INSISTS_ON_AGE)
  if (prefersSomething(wishes)) found.push(PREFERS)
  if (wishes.age?.strength === 'prefer') found.push(PREFERS_AGE)
  if (wishes.gender?.strength === 'prefer') {
    found.push(PREFERS_GENDER + GENDERS.indexOf(wishes.gender.wanted))
  }
  GENDERS.forEach((of, at) => {
    if (wishes.gender?.strength !== 'must' || wishes.gender.wanted === of) {
      found.push(ACCEPTS_GENDER + at)
    }
  })
  for (const language of enoughSpoken(mentor, settings)) {
    found.push(kinds.languages.get(language)!)
  }
  for (const topic of mentor.offers) found.push(kinds.topics.get(topic)!)
  for (const interest of mentor.interests) found.push(kinds.interests.get(interest)!)
  return found
}

export function prefersSomething({ gender, age }: Wishes): boolean {
  return gender?.strength === 'prefer' || age?.strength === 'prefer'
}

function boxesOf(profiles: Profiles, blocks: number) {
  const boxes = new Float64Array(blocks * 4)
  const blockCosine = new Float64Array(blocks).fill(1)
  const blockLimit = new Int32Array(blocks)
  for (let at = 0; at < boxes.length; at += 2) {
    boxes[at] = Number.POSITIVE_INFINITY
    boxes[at + 1] = Number.NEGATIVE_INFINITY
  }
  profiles.forEach((mentor, slot) => {
    if (mentor === null) return
    const block = slot >> 5
    const at = block * 4
    const { northKm, eastDegrees, cosine } = mentor.place
    boxes[at] = Math.min(boxes[at], northKm)
    boxes[at + 1] = Math.max(boxes[at + 1], northKm)
    boxes[at + 2] = Math.min(boxes[at + 2], eastDegrees)
    boxes[at + 3] = Math.max(boxes[at + 3], eastDegrees)
    blockCosine[block] = Math.min(blockCosine[block], cosine)
    blockLimit[block] = Math.max(blockLimit[block], mentor.limitTenths)
  })
  return { boxes, blockCosine, blockLimit }
}

function placesOf(profiles: Profiles): Float64Array {
  const places = new Float64Array(profiles.length * 4)
  profiles.forEach((mentor, slot) => {
    if (mentor === null) return
    const { northKm, eastDegrees, cosine } = mentor.place
    places.set([northKm, eastDegrees, cosine, mentor.limitTenths], slot * 4)
  })
  return places
}

function weeksOf(profiles: Profiles): Int32Array {
  const weeks = new Int32Array(profiles.length * WORDS)
  profiles.forEach((mentor, slot) => {
    if (mentor !== null) weeks.set(mentor.week, slot * WORDS)
  })
  return weeks
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
