import { distanceValue, KM_PER_DEGREE } from './distance.ts'
import { BOX } from './people-boxes.ts'
import type { PeopleIndex } from './people-index.ts'
import { IN_PERSON, ONLINE } from './people-kinds.ts'
import type { Question, Span } from './people-question.ts'
import { ENOUGH_INTERESTS, ONLINE_VALUE } from './weights.ts'

if (ENOUGH_INTERESTS !== 3) throw new Error('Shared interests are counted up to three')

/** The furthest any limit may be, in tenths of a km; see check.ts. */
const FURTHEST = 10_000
export const DISTANCE_VALUES = Int32Array.from({ length: FURTHEST + 1 }, (_, at) =>
  distanceValue(at),
)

/**
 * The blocks that hold someone for a question, the nearest first, and what their words tell of
 * their 32 mentors at once. Kind after kind over all blocks: short loops over runs of memory.
 */
export type OpenBlocks = {
  count: number
  block: Int32Array
  /** No one in the block is nearer than this, in tenths of a km; -1 when that is too far. */
  away: Int32Array
  /** The most that the way term can be. */
  way: Int32Array
  /** Mentors whom nothing keeps away that has been looked at. */
  open: Int32Array
  /** Those of all mentors who share a language other than Danish. */
  others: Int32Array
  /** Bit k of the importance that each open mentor covers, in entry k * room + n. */
  planes: Int32Array
  room: number
  /** Open mentors who share one interest, two, and three or more. */
  one: Int32Array
  two: Int32Array
  three: Int32Array
}

export function emptyBlocks({ blocks }: PeopleIndex): OpenBlocks {
  const list = () => new Int32Array(blocks)
  return {
    count: 0,
    block: list(),
    away: list(),
    way: list(),
    open: list(),
    others: list(),
    planes: new Int32Array(4 * blocks),
    room: blocks,
    one: list(),
    two: list(),
    three: list(),
  }
}

/** The blocks with anyone who may be within both limits or can meet online as well; `open` is they. */
export function findNear(index: PeopleIndex, question: Question, found: OpenBlocks): void {
  const { words, blocks, boxes, asking, reach } = index
  const { reached, mentee, online, inPerson, limitTenths } = question
  const { block: blockAt, away: awayAt, way, open } = found
  const northKm = asking.places[3 * mentee]
  const eastDegrees = asking.places[3 * mentee + 1]
  const cosine = asking.places[3 * mentee + 2]
  let count = 0
  for (let n = reached.from; n < reached.to; n++) {
    const block = reach.block[n]
    let who = 0
    let away = -1
    let most = 0
    if (inPerson) {
      const at = block * BOX
      const limit = Math.min(limitTenths, boxes[at + 5])
      // To the bounding box, with the smallest cosine there is; rounded down, where distances round.
      const north = Math.max(0, boxes[at] - northKm, northKm - boxes[at + 1])
      const degrees = Math.max(0, boxes[at + 2] - eastDegrees, eastDegrees - boxes[at + 3])
      const east = degrees * KM_PER_DEGREE * ((cosine + boxes[at + 4]) / 2)
      const tenths = Math.floor(Math.sqrt(north * north + east * east) * 10)
      if (tenths <= limit) {
        away = tenths
        most = DISTANCE_VALUES[tenths]
        who = words[IN_PERSON * blocks + block]
      }
    }
    if (online && words[ONLINE * blocks + block] !== 0) {
      who |= words[ONLINE * blocks + block]
      if (most < ONLINE_VALUE) most = ONLINE_VALUE
    }
    if (who === 0) continue
    blockAt[count] = block
    awayAt[count] = away
    way[count] = most
    open[count] = who
    count += 1
  }
  found.count = count
}

/**
 * Keeps those whom neither a wish for a sex, children nor language keeps away, and counts what of
 * the needs they cover and how many interests they share.
 */
export function findOpen(index: PeopleIndex, question: Question, found: OpenBlocks): void {
  findNear(index, question, found)
  const { words } = index
  const { lists, permissions, danish } = question
  const { block, open, others } = found
  for (let p = permissions.from; p < permissions.to; p++) {
    const kind = lists[p]
    for (let n = 0; n < found.count; n++) open[n] &= words[kind + block[n]]
  }
  markOthers(words, question, found)
  if (!question.interpreterAcceptable) {
    for (let n = 0; n < found.count; n++) {
      open[n] &= danish < 0 ? others[n] : others[n] | words[danish + block[n]]
    }
  }
  dropEmpty(found)
  countNeeds(words, question, found)
  countInterests(words, question, found)
}

function markOthers(words: Int32Array, question: Question, found: OpenBlocks): void {
  const { lists } = question
  const { count, block, others } = found
  others.fill(0, 0, count)
  for (let at = question.others.from; at < question.others.to; at++) {
    const kind = lists[at]
    for (let n = 0; n < count; n++) others[n] |= words[kind + block[n]]
  }
}

function dropEmpty(found: OpenBlocks): void {
  const { block, away, way, open, others } = found
  let count = 0
  for (let n = 0; n < found.count; n++) {
    if (open[n] === 0) continue
    block[count] = block[n]
    away[count] = away[n]
    way[count] = way[n]
    open[count] = open[n]
    others[count] = others[n]
    count += 1
  }
  found.count = count
}

/** Adds as hardware does: a carry goes from plane to plane until it is nobody's. */
function countNeeds(words: Int32Array, question: Question, found: OpenBlocks): void {
  const { lists, needs, importance, total } = question
  const { count, block, open, room } = found
  const bits = 32 - Math.clz32(total)
  if (found.planes.length < bits * room) found.planes = new Int32Array(bits * room)
  const { planes } = found
  for (let at = 0; at < bits; at++) planes.fill(0, at * room, at * room + count)
  for (let need = 0; need < needs.to - needs.from; need++) {
    const kind = lists[needs.from + need]
    const weight = lists[importance.from + need]
    for (let bit = 0; bit < 2; bit++) {
      if (((weight >> bit) & 1) === 0) continue
      for (let n = 0; n < count; n++) {
        let carry = words[kind + block[n]] & open[n]
        for (let at = bit * room + n; carry !== 0; at += room) {
          const before = planes[at]
          planes[at] = before ^ carry
          carry &= before
        }
      }
    }
  }
}

function countInterests(
  words: Int32Array,
  { lists, interests }: Question,
  found: OpenBlocks,
): void {
  const { count, block, open, one, two, three } = found
  one.fill(0, 0, count)
  two.fill(0, 0, count)
  three.fill(0, 0, count)
  for (let at = interests.from; at < interests.to; at++) {
    const kind = lists[at]
    for (let n = 0; n < count; n++) {
      const who = words[kind + block[n]] & open[n]
      three[n] |= two[n] & who
      two[n] |= one[n] & who
      one[n] |= who
    }
  }
}

/** In any of these kinds; may stop when all who are wanted are. */
export function anyOf(
  words: Int32Array,
  lists: Int32Array,
  kinds: Span,
  block: number,
  wanted: number,
): number {
  let found = 0
  for (let at = kinds.from; at < kinds.to && (found & wanted) !== wanted; at++) {
    found |= words[lists[at] + block]
  }
  return found
}
