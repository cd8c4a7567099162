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
import { MINUTES_PER_SLOT, markPieceStarts, SLOTS_PER_WEEK, WORDS } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { eachKind, type Kinds, nameKinds } from './people-kinds.ts'
import { type PeopleSeen, seePeople } from './people-seen.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'

export const BLOCK = 32

/** Mentors by place in the index; `mentorAt` is -1 where a block is not full. */
export type PeopleIndex = Omit<Kinds, 'count'> & {
  pool: Pool
  /** The mentees, who ask. */
  asking: PeopleSeen
  blocks: number
  mentorAt: Int32Array
  /** The word of kind k for block b stands at k * blocks + b. */
  words: Int32Array
  /** From here on, for each quarter of the week, who has a free piece that starts in it. */
  starts: number
  /** The same for each quarter and the three after it together. */
  spans: number
  /** `BOX` numbers a block: south, north (km), west, east (degrees), least cosine, furthest limit. */
  boxes: Float64Array
  /** Of each mentor side by side: north (km), east (degrees), cosine, limit in tenths. */
  places: Float64Array
  weeks: Int32Array
  /** Age in years, or NO_AGE. */
  ages: Int32Array
  /** Mentors with the same languages have the same number; `speakers` has one of each. */
  tongue: Int32Array
  speakers: readonly MentorProfile[]
}

/** Quarters that one word of `spans` tells of. */
export const SPAN = 4
/** Numbers that `boxes` has for a block. */
export const BOX = 6
/** Stands for an unknown age. */
export const NO_AGE = -1_000_000

/** Only mentors who are open to anyone are in it: requirements met and a place left. */
export function indexMentors(pool: Pool): PeopleIndex {
  const { settings } = pool.context
  const seen = seePeople(pool.mentors, ({ mentor }) => mentor)
  const mentorAt = arrange(pool, seen)
  const blocks = mentorAt.length / BLOCK
  const open = Array.from(mentorAt, (i) => (i < 0 ? null : pool.mentors[i]))
  const kinds = nameKinds(
    open.filter((mentor) => mentor !== null),
    settings,
  )
  const starts = kinds.count
  const spans = starts + SLOTS_PER_WEEK
  const words = new Int32Array(blocks * (spans + SLOTS_PER_WEEK))
  open.forEach((mentor, slot) => {
    if (mentor === null) return
    const block = slot >> 5
    const bit = 1 << (slot & 31)
    eachKind(mentor, kinds, settings, (kind) => {
      words[kind * blocks + block] |= bit
    })
  })
  const weeks = weeksAt(mentorAt, seen)
  writeStarts(words, weeks, { starts, spans, blocks, minutes: settings.minCommonMinutes })
  return {
    pool,
    asking: seePeople(pool.mentees, ({ mentee }) => mentee),
    blocks,
    mentorAt,
    words,
    languages: kinds.languages,
    topics: kinds.topics,
    interests: kinds.interests,
    starts,
    spans,
    weeks,
    ...placesAt(pool, mentorAt, seen),
    ages: Int32Array.from(open, (mentor) => mentor?.age ?? NO_AGE),
    ...tonguesOf(open),
  }
}

/** The mentors in order, in blocks; a new municipality, or the first who can meet online, starts one. */
function arrange({ mentors, context }: Pool, { places }: PeopleSeen): Int32Array {
  const open = [...mentors.keys()].filter((i) => mentorObstacles(mentors[i], context).length === 0)
  const group = mentors.map(({ online, mentor }) => {
    return (online ? 10_000 : 0) + Number(mentor.municipality)
  })
  const key = Float64Array.from(mentors, (_, i) => mortonKey(places[3 * i], places[3 * i + 1]))
  open.sort((a, b) => group[a] - group[b] || key[a] - key[b] || a - b)
  const slots: number[] = []
  open.forEach((i, at) => {
    const isNew = at > 0 && group[open[at - 1]] !== group[i]
    while (isNew && slots.length % BLOCK !== 0) slots.push(-1)
    slots.push(i)
  })
  while (slots.length % BLOCK !== 0) slots.push(-1)
  return Int32Array.from(slots)
}

/** Interleaves the bits of both coordinates on a grid of about 100 metres. */
function mortonKey(northKm: number, eastDegrees: number): number {
  const spread = (value: number) => {
    let bits = Math.max(0, Math.min(0xffff, Math.floor(value)))
    bits = (bits | (bits << 8)) & 0x00ff00ff
    bits = (bits | (bits << 4)) & 0x0f0f0f0f
    bits = (bits | (bits << 2)) & 0x33333333
    return (bits | (bits << 1)) & 0x55555555
  }
  return ((spread((northKm - 5900) * 10) << 1) | spread((eastDegrees - 7) * 600)) >>> 0
}

function weeksAt(mentorAt: Int32Array, { weeks }: PeopleSeen): Int32Array {
  const found = new Int32Array(mentorAt.length * WORDS)
  mentorAt.forEach((i, slot) => {
    if (i < 0) return
    for (let word = 0; word < WORDS; word++) found[slot * WORDS + word] = weeks[i * WORDS + word]
  })
  return found
}

/** The words of `starts`, and from them those of `spans`. */
function writeStarts(
  words: Int32Array,
  weeks: Int32Array,
  { starts, spans, blocks, minutes }: Record<'starts' | 'spans' | 'blocks' | 'minutes', number>,
): void {
  const length = Math.ceil(minutes / MINUTES_PER_SLOT)
  const isStart = new Int32Array(WORDS)
  for (let slot = 0; slot < blocks * BLOCK; slot++) {
    const block = slot >> 5
    const bit = 1 << (slot & 31)
    markPieceStarts(weeks, slot * WORDS, length, isStart)
    for (let word = 0; word < WORDS; word++) {
      for (let bits = isStart[word]; bits !== 0; bits &= bits - 1) {
        const quarter = 32 * word + 31 - Math.clz32(bits & -bits)
        words[(starts + quarter) * blocks + block] |= bit
      }
    }
  }
  for (let quarter = 0; quarter < SLOTS_PER_WEEK; quarter++) {
    const to = (spans + quarter) * blocks
    const last = Math.min(quarter + SPAN, SLOTS_PER_WEEK)
    for (let start = quarter; start < last; start++) {
      const from = (starts + start) * blocks
      for (let block = 0; block < blocks; block++) words[to + block] |= words[from + block]
    }
  }
}

function placesAt({ mentors }: Pool, mentorAt: Int32Array, seen: PeopleSeen) {
  const boxes = new Float64Array((mentorAt.length / BLOCK) * BOX)
  const places = new Float64Array(mentorAt.length * 4)
  for (let at = 0; at < boxes.length; at += BOX) {
    boxes.set([Infinity, -Infinity, Infinity, -Infinity, 1, 0], at)
  }
  mentorAt.forEach((i, slot) => {
    if (i < 0) return
    const at = (slot >> 5) * BOX
    const north = seen.places[3 * i]
    const east = seen.places[3 * i + 1]
    const cosine = seen.places[3 * i + 2]
    const limit = mentors[i].limitTenths
    boxes[at] = Math.min(boxes[at], north)
    boxes[at + 1] = Math.max(boxes[at + 1], north)
    boxes[at + 2] = Math.min(boxes[at + 2], east)
    boxes[at + 3] = Math.max(boxes[at + 3], east)
    boxes[at + 4] = Math.min(boxes[at + 4], cosine)
    boxes[at + 5] = Math.max(boxes[at + 5], limit)
    places[4 * slot] = north
    places[4 * slot + 1] = east
    places[4 * slot + 2] = cosine
    places[4 * slot + 3] = limit
  })
  return { boxes, places }
}

function tonguesOf(
  open: readonly (MentorProfile | null)[],
): Pick<PeopleIndex, 'tongue' | 'speakers'> {
  const numbers = new Map<string, number>()
  const speakers: MentorProfile[] = []
  const tongue = Int32Array.from(open, (mentor) => {
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
