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
import { type Arena, copyInts, intsIn, openArena } from './arena.ts'
import { MINUTES_PER_SLOT, markPieceStarts, SLOTS_PER_WEEK } from './availability.ts'
import { mentorObstacles } from './constraints.ts'
import { type Asking, SPAN, writeAsking } from './people-asking.ts'
import { BLOCK, QUAD, WORDS } from './kernel/assembly/constants.ts'
import { boxesAround } from './people-boxes.ts'
import { openKinds } from './people-kinds.ts'
import { type Reach, writeReach } from './people-reach.ts'
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
  /** See `boxAt`. */
  boxes: Float64Array
  /** The mentees, and what they ask. */
  asking: Asking
  reach: Reach
  values: TermValues
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
  // From here on, for each quarter of the week, who has a free piece that starts in it.
  const starts = kinds.count
  // The same for each quarter and the three after it together.
  const spans = starts + SLOTS_PER_WEEK
  const words = intsIn(arena, blocks * (spans + SLOTS_PER_WEEK))
  words.set(ofKinds.subarray(0, blocks * starts))
  const { slots, speakers } = writeSlots(arena, pool, mentorAt, places)
  writeStarts(words, slots.weeks, { starts, spans, blocks, minutes: settings.minCommonMinutes })
  const index = {
    ...slots,
    arena,
    mentorCount: count,
    blocks,
    words,
    boxes: boxesAround(arena, slots),
    asking: writeAsking(arena, pool, { kinds, speakers, blocks, starts, spans }),
  }
  return { ...index, reach: writeReach(arena, index), values: writeValues(arena) }
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
  // Two quarters together, and then four.
  joinQuarters(words, blocks, { to: spans, from: starts, next: 1 })
  joinQuarters(words, blocks, { to: spans, from: spans, next: SPAN / 2 })
}

/** Whoever has the quarter or the one so much later. */
function joinQuarters(
  words: Int32Array,
  blocks: number,
  { to, from, next }: Record<'to' | 'from' | 'next', number>,
): void {
  const end = SLOTS_PER_WEEK * blocks
  for (let at = 0; at < end; at++) {
    const later = at + next * blocks
    words[to * blocks + at] =
      words[from * blocks + at] | (later < end ? words[from * blocks + later] : 0)
  }
}
