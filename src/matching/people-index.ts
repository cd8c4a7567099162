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
import { type Arena, copyInts, floatsIn, intsIn, openArena } from './arena.ts'
import { MINUTES_PER_SLOT } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { BLOCK, BOX, QUAD, REGION, SLOTS_PER_WEEK, WORDS } from './kernel/assembly/constants.ts'
import { openKernel } from './kernel/open.ts'
import { type Asking, writeAsking } from './people-asking.ts'
import { openKinds } from './people-kinds.ts'
import { writePlaces } from './people-places.ts'
import { type Slots, writeSlots } from './people-slots.ts'
import { type TermValues, writeValues } from './people-values.ts'
import type { Pool } from './pool.ts'

/** Plain numbers throughout, in memory that threads can share and the compiled search reads. */
export type PeopleIndex = Slots & {
  arena: Arena
  mentorCount: number
  /** A whole number of quads. */
  blocks: number
  /** The word of kind k for block b stands at k * blocks + b. */
  words: Int32Array
  hours: Hours
  reach: Reach
  /** The mentees, and what they ask. */
  asking: Asking
  values: TermValues
}

/** The kinds of the hours. */
export type Hours = {
  /** From here on, for each quarter of the week, who has a free piece that starts in it. */
  starts: number
  /** The same for each quarter and the three after it together. */
  spans: number
  /** How long a piece must be. */
  leastQuarters: number
}

/** Who lives where. */
export type Reach = {
  /** Around the mentors of each block: `BOX` numbers, those of the four blocks of a quad side by side. */
  boxes: Float64Array
  /**
   * The quads that may hold someone for the mentees of a region, the nearest first, and for those who can meet
   * online every quad with mentors who can too: those of region r from reachStart[r] on.
   */
  reachStart: Int32Array
  reachQuad: Int32Array
}

/** Only mentors who are open to anyone are in it: requirements met and a place left. */
export function indexPeople(pool: Pool): PeopleIndex {
  const { settings } = pool.context
  const arena = openArena()
  const count = pool.mentors.length
  const places = writePlaces(new Float64Array(3 * count), pool.mentors, ({ mentor }) => mentor)
  const mentorAt = copyInts(arena, arrange(pool, places))
  const blocks = mentorAt.length / BLOCK
  const { kinds, words: ofKinds } = writeKinds(pool, mentorAt)
  const starts = kinds.count
  const spans = starts + SLOTS_PER_WEEK
  const leastQuarters = Math.ceil(settings.minCommonMinutes / MINUTES_PER_SLOT)
  const words = intsIn(arena, blocks * (spans + SLOTS_PER_WEEK))
  words.set(ofKinds.subarray(0, blocks * starts))
  const { slots, speakers } = writeSlots(arena, pool, mentorAt, places)
  const index = {
    ...slots,
    arena,
    mentorCount: count,
    blocks,
    words,
    hours: { starts, spans, leastQuarters },
    asking: writeAsking(arena, pool, { kinds, speakers, blocks }),
    values: writeValues(arena),
  }
  return { ...index, reach: writeFromNumbers(index) }
}

/** Writes what depends on no more than numbers that are there: the words of the hours, and the reach. */
function writeFromNumbers(index: Omit<PeopleIndex, 'reach'>): Reach {
  const { arena, blocks, words, hours, mentorAt, places, weeks, asking } = index
  const { regions } = asking
  const regionCount = regions.length / REGION
  const reach = {
    boxes: floatsIn(arena, BOX * blocks),
    reachStart: intsIn(arena, regionCount + 1),
    // Room for every quad in each: what is not used is not taken.
    reachQuad: intsIn(arena, (regionCount * blocks) / QUAD),
  }
  const kernel = openKernel(arena)
  const room = { isStart: intsIn(arena, WORDS), kmTo: floatsIn(arena, blocks / QUAD) }
  kernel.tell({ blocks, words, mentorAt, places, weeks, regions, ...hours, ...reach, ...room })
  kernel.writeStarts()
  kernel.writeBoxes()
  kernel.writeReach(regionCount)
  return reach
}

/** The words of all kinds but the hours; there is room for more. */
function writeKinds({ mentors, context }: Pool, mentorAt: Int32Array) {
  const blocks = mentorAt.length / BLOCK
  const { kinds, eachKind } = openKinds(context.settings)
  let words = new Int32Array(blocks * 2 * kinds.count)
  let at = 0
  let bit = 0
  const set = (kind: number): void => {
    if ((kind + 1) * blocks > words.length) {
      const longer = new Int32Array(2 * (kind + 1) * blocks)
      longer.set(words)
      words = longer
    }
    words[kind * blocks + at] |= bit
  }
  for (let slot = 0; slot < mentorAt.length; slot++) {
    if (mentorAt[slot] < 0) continue
    at = slot >> 5
    bit = 1 << (slot & 31)
    eachKind(mentors[mentorAt[slot]], set)
  }
  return { kinds, words }
}

/** The mentors in order, in blocks; a new municipality, or the first who can meet online, starts one. */
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

/** Interleaves the bits of both coordinates on a grid of about 100 metres. */
function mortonKey(northKm: number, eastDegrees: number): number {
  return ((spread((northKm - 5900) * 10) << 1) | spread((eastDegrees - 7) * 600)) >>> 0
}

/** Leaves room for a bit after each of 16. */
function spread(value: number): number {
  let bits = Math.max(0, Math.min(0xffff, Math.floor(value)))
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}
