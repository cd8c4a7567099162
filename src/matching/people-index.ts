/*
 * A bitmap index of the mentors in blocks of 32, so that a hard constraint is tested on 32 mentors at once.
 *
 * A block holds mentors of one municipality who live close together (in Morton order); mentors who can meet
 * online are in blocks of their own. A mentee who only meets in person skips whole blocks by their bounding
 * box. For each attribute a block has one 32-bit word: is a woman, accepts a man, speaks Tigrinya at the
 * needed level, can help with a job, has a free hour from Tuesday 17:15. Bit-sliced signatures: Wong et
 * al., VLDB 1985; Morton order: 1966.
 *
 * The words of one attribute are contiguous over all blocks: a query reads a dozen attributes over the
 * blocks of a region, and so a dozen short runs of memory instead of hundreds of scattered words.
 */
import { type Arena, copyInts, floatsIn, intsIn, openArena } from './arena.ts'
import { MINUTES_PER_SLOT } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { BLOCK, BOX, QUAD, REGION, SLOTS_PER_WEEK, WORDS } from './kernel/assembly/constants.ts'
import { openKernel } from './kernel/open.ts'
import { type MenteeQueries, writeQueries } from './people-asking.ts'
import { openAttributes } from './people-kinds.ts'
import { writePlaces } from './people-places.ts'
import { type Slots, writeSlots } from './people-slots.ts'
import { type TermValues, writeValues } from './people-values.ts'
import type { Pool } from './pool.ts'

/** Numbers only, in memory that threads share and the compiled search reads. */
export type PeopleIndex = Slots & {
  arena: Arena
  mentorCount: number
  /** A multiple of QUAD. */
  blocks: number
  /** The word of attribute a for block b is at a * blocks + b. */
  words: Int32Array
  hours: Hours
  reach: Reach
  queries: MenteeQueries
  values: TermValues
}

/** Attributes of free time. */
export type Hours = {
  /** First of the attributes, one per quarter of the week, "a free piece starts in this quarter". */
  starts: number
  /** First of the attributes "a free piece starts in this quarter or one of the next three". */
  spans: number
  /** Least length of a piece. */
  leastQuarters: number
}

/** Which blocks are within reach of which mentees. */
export type Reach = {
  /** Bounding boxes of the blocks: `BOX` numbers each, interleaved for the four blocks of a quad. */
  boxes: Float64Array
  /**
   * Quads within reach of the mentees of each region, nearest first; for a region that can meet online,
   * also every quad with mentors who can. Those of region r begin at reachStart[r].
   */
  reachStart: Int32Array
  reachQuad: Int32Array
}

/** Indexes the mentors who are open to somebody: requirements met and a place left. */
export function indexPeople(pool: Pool): PeopleIndex {
  const { settings } = pool.context
  const arena = openArena()
  const count = pool.mentors.length
  const places = writePlaces(new Float64Array(3 * count), pool.mentors, ({ mentor }) => mentor)
  const mentorAt = copyInts(arena, arrange(pool, places))
  const blocks = mentorAt.length / BLOCK
  const { attributes, words: ofAttributes } = writeAttributes(pool, mentorAt)
  const starts = attributes.count
  const spans = starts + SLOTS_PER_WEEK
  const leastQuarters = Math.ceil(settings.minCommonMinutes / MINUTES_PER_SLOT)
  const words = intsIn(arena, blocks * (spans + SLOTS_PER_WEEK))
  words.set(ofAttributes.subarray(0, blocks * starts))
  const { slots, speakers } = writeSlots(arena, pool, mentorAt, places)
  const index = {
    ...slots,
    arena,
    mentorCount: count,
    blocks,
    words,
    hours: { starts, spans, leastQuarters },
    queries: writeQueries(arena, pool, { attributes, speakers, blocks }),
    values: writeValues(arena),
  }
  return { ...index, reach: writeFromNumbers(index) }
}

/** Writes the attributes of free time and the reach, from arrays already in the index. */
function writeFromNumbers(index: Omit<PeopleIndex, 'reach'>): Reach {
  const { arena, blocks, words, hours, mentorAt, places, weeks, queries } = index
  const { regions } = queries
  const regionCount = regions.length / REGION
  const reach = {
    boxes: floatsIn(arena, BOX * blocks),
    reachStart: intsIn(arena, regionCount + 1),
    // The maximum; pages that are never written to take no memory.
    reachQuad: intsIn(arena, (regionCount * blocks) / QUAD),
  }
  const kernel = openKernel(arena)
  const room = { isStart: intsIn(arena, WORDS), kmTo: floatsIn(arena, blocks / QUAD) }
  kernel.setGlobals({
    blocks,
    words,
    mentorAt,
    places,
    weeks,
    regions,
    ...hours,
    ...reach,
    ...room,
  })
  kernel.writeStarts()
  kernel.writeBoxes()
  kernel.writeReach(regionCount)
  return reach
}

/** The words of all attributes but free time, in an array that may be longer. */
function writeAttributes({ mentors, context }: Pool, mentorAt: Int32Array) {
  const blocks = mentorAt.length / BLOCK
  const { attributes, eachAttribute } = openAttributes(context.settings)
  let words = new Int32Array(blocks * 2 * attributes.count)
  let at = 0
  let bit = 0
  const set = (attribute: number): void => {
    if ((attribute + 1) * blocks > words.length) {
      const longer = new Int32Array(2 * (attribute + 1) * blocks)
      longer.set(words)
      words = longer
    }
    words[attribute * blocks + at] |= bit
  }
  for (let slot = 0; slot < mentorAt.length; slot++) {
    if (mentorAt[slot] < 0) continue
    at = slot >> 5
    bit = 1 << (slot & 31)
    eachAttribute(mentors[mentorAt[slot]], set)
  }
  return { attributes, words }
}

/** The mentors in order; -1 fills the last block of a municipality, or of those who do not meet online. */
function arrange({ mentors, context }: Pool, places: Float64Array): number[] {
  const open = [...mentors.keys()].filter((i) => mentorObstacles(mentors[i], context).length === 0)
  const group = Int32Array.from(mentors, ({ online, mentor }) => {
    return (online ? 10_000 : 0) + Number(mentor.municipality)
  })
  const key = Float64Array.from(group, (own, i) => {
    return own * 2 ** 32 + mortonKey(places[3 * i], places[3 * i + 1])
  })
  open.sort((a, b) => key[a] - key[b] || a - b)
  const slots: number[] = []
  open.forEach((i, at) => {
    const isNew = at > 0 && group[open[at - 1]] !== group[i]
    while (isNew && slots.length % BLOCK !== 0) slots.push(-1)
    slots.push(i)
  })
  while (slots.length % (QUAD * BLOCK) !== 0) slots.push(-1)
  return slots
}

/** Morton code: interleaves the bits of both coordinates on a grid of about 100 metres. */
function mortonKey(northKm: number, eastDegrees: number): number {
  return ((spread((northKm - 5900) * 10) << 1) | spread((eastDegrees - 7) * 600)) >>> 0
}

/** Spreads 16 bits to every other bit. */
function spread(value: number): number {
  let bits = Math.max(0, Math.min(0xffff, Math.floor(value)))
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}
