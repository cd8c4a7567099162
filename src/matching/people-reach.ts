import { KM_PER_DEGREE, type Place } from './distance.ts'
import { ONLINE, type PeopleIndex } from './people-index.ts'
import type { MenteeProfile } from './profile.ts'

/**
 * No one in the block is nearer than this, in tenths of a km: the distance to its bounding box,
 * with the smallest cosine there is. Rounded down, where the distance itself is rounded. -1 when
 * that is beyond the limit.
 */
export function boxTenths(
  { boxes, blockCosine }: PeopleIndex,
  block: number,
  { northKm, eastDegrees, cosine }: Place,
  limitTenths: number,
): number {
  const at = block * 4
  const limit = (limitTenths + 1) / 10
  const north = Math.max(0, boxes[at] - northKm, northKm - boxes[at + 1])
  if (north > limit) return -1
  const degrees = Math.max(0, boxes[at + 2] - eastDegrees, eastDegrees - boxes[at + 3])
  const east = degrees * KM_PER_DEGREE * ((cosine + blockCosine[block]) / 2)
  const square = north * north + east * east
  if (square > limit * limit) return -1
  const away = Math.floor(Math.sqrt(square) * 10)
  return away <= limitTenths ? away : -1
}

/** Whether anyone in the block may be within both limits. */
export function mayReach(index: PeopleIndex, block: number, mentee: MenteeProfile): boolean {
  const limit = Math.min(mentee.limitTenths, index.blockLimit[block])
  return boxTenths(index, block, mentee.place, limit) >= 0
}

/**
 * The blocks that may hold someone for the mentees of a municipality, the nearest first, and for
 * those who can meet online every block of mentors who can too.
 */
export function reachableBlocks(index: PeopleIndex): (mentee: MenteeProfile) => Int32Array {
  const groups = Map.groupBy(index.pool.mentees, ({ mentee }) => mentee.municipality)
  const known = new Map<string, Int32Array>()
  return ({ mentee, online }) => {
    const key = mentee.municipality + online
    let found = known.get(key)
    if (found === undefined) {
      found = blocksFor(index, groups.get(mentee.municipality)!, online)
      known.set(key, found)
    }
    return found
  }
}

function blocksFor(
  { blocks, boxes, blockCosine, blockLimit, words }: PeopleIndex,
  members: readonly MenteeProfile[],
  online: boolean,
): Int32Array {
  const north = extent(members, ({ place }) => place.northKm)
  const east = extent(members, ({ place }) => place.eastDegrees)
  const { from: cosine } = extent(members, ({ place }) => place.cosine)
  const { to: limit } = extent(members, ({ limitTenths }) => limitTenths)
  const near: { block: number; km: number }[] = []
  for (let block = 0; block < blocks; block++) {
    const at = block * 4
    const up = Math.max(0, boxes[at] - north.to, north.from - boxes[at + 1])
    const degrees = Math.max(0, boxes[at + 2] - east.to, east.from - boxes[at + 3])
    const side = degrees * KM_PER_DEGREE * ((cosine + blockCosine[block]) / 2)
    const km = Math.sqrt(up * up + side * side)
    const isNear = Math.floor(km * 10) <= Math.min(limit, blockLimit[block])
    if (isNear || (online && words[ONLINE * blocks + block] !== 0)) near.push({ block, km })
  }
  near.sort((a, b) => a.km - b.km || a.block - b.block)
  return Int32Array.from(near, ({ block }) => block)
}

function extent(
  members: readonly MenteeProfile[],
  of: (member: MenteeProfile) => number,
): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const member of members) {
    const value = of(member)
    if (value < from) from = value
    if (value > to) to = value
  }
  return { from, to }
}
