import type { PeopleSeen } from './people-seen.ts'
import type { Pool } from './pool.ts'
import { sharedFloats } from './shared.ts'

/** Mentors of a block: as many as a word has bits. */
export const BLOCK = 32

/** Numbers of a box: south, north (km), west, east (degrees), least cosine, furthest limit. */
export const BOX = 6

/** Around the mentors of each block, and how far any of them would go. */
export function boxesAround(
  { mentors }: Pool,
  mentorAt: Int32Array,
  seen: PeopleSeen,
): Float64Array {
  const boxes = sharedFloats((mentorAt.length / BLOCK) * BOX)
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
  })
  return boxes
}
