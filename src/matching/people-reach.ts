import { type Arena, intsIn } from './arena.ts'
import {
  COSINE,
  EAST,
  KM_PER_DEGREE,
  LIMIT,
  NORTH,
  ONLINE,
  QUAD,
  SOUTH,
  WEST,
} from './kernel/assembly/constants.ts'
import { boxAt } from './people-boxes.ts'
import type { PeopleIndex } from './people-index.ts'
import { REGION } from './people-regions.ts'

/**
 * The quads that may hold someone for the mentees of a region, the nearest first, and for those who can
 * meet online every quad with mentors who can too. Those of region r stand from start[r] on.
 */
export type Reach = { start: Int32Array; quad: Int32Array }

type Reached = Pick<PeopleIndex, 'blocks' | 'boxes' | 'words' | 'asking'>

/** Worked out once for all threads. */
export function writeReach(arena: Arena, index: Reached): Reach {
  const regions = index.asking.regions.length / REGION
  const start = intsIn(arena, regions + 1)
  const found: Int32Array[] = []
  for (let region = 0; region < regions; region++) {
    found.push(quadsFor(index, region))
    start[region + 1] = start[region] + found[region].length
  }
  const quad = intsIn(arena, start[regions])
  for (let region = 0; region < regions; region++) quad.set(found[region], start[region])
  return { start, quad }
}

function quadsFor({ blocks, boxes, words, asking }: Reached, region: number): Int32Array {
  const [online, south, north, west, east, cosine, limit] = asking.regions.subarray(
    REGION * region,
    REGION * (region + 1),
  )
  const near: number[] = []
  const kmTo = new Float64Array(blocks / QUAD)
  for (let quad = 0; quad < blocks / QUAD; quad++) {
    let isReached = false
    let nearest = Infinity
    for (let block = QUAD * quad; block < QUAD * (quad + 1); block++) {
      const at = boxAt(block, 0)
      const up = Math.max(0, boxes[at + SOUTH * QUAD] - north, south - boxes[at + NORTH * QUAD])
      const degrees = Math.max(0, boxes[at + WEST * QUAD] - east, west - boxes[at + EAST * QUAD])
      const side = degrees * KM_PER_DEGREE * ((cosine + boxes[at + COSINE * QUAD]) / 2)
      const km = Math.sqrt(up * up + side * side)
      if (Math.floor(km * 10) <= Math.min(limit, boxes[at + LIMIT * QUAD])) isReached = true
      if (online === 1 && words[ONLINE * blocks + block] !== 0) isReached = true
      nearest = Math.min(nearest, km)
    }
    kmTo[quad] = nearest
    if (isReached) near.push(quad)
  }
  return Int32Array.from(near.sort((a, b) => kmTo[a] - kmTo[b] || a - b))
}
