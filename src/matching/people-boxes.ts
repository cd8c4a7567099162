import { type Arena, floatsIn } from './arena.ts'
import {
  BLOCK,
  BOX,
  COSINE,
  EAST,
  LIMIT,
  NORTH,
  PLACE,
  QUAD,
  SOUTH,
  WEST,
} from './kernel/assembly/constants.ts'
import type { Slots } from './people-slots.ts'

/** Where a number of a block's box stands: those of the four blocks of a quad side by side. */
export function boxAt(block: number, side: number): number {
  return QUAD * BOX * Math.floor(block / QUAD) + QUAD * side + (block % QUAD)
}

/** Around the mentors of each block, and how far any of them would go. */
export function boxesAround(
  arena: Arena,
  { mentorAt, places }: Pick<Slots, 'mentorAt' | 'places'>,
): Float64Array {
  const blocks = mentorAt.length / BLOCK
  const boxes = floatsIn(arena, BOX * blocks)
  for (let block = 0; block < blocks; block++) {
    let [south, north, west, east, cosine, limit] = [Infinity, -Infinity, Infinity, -Infinity, 1, 0]
    for (let slot = BLOCK * block; slot < BLOCK * (block + 1); slot++) {
      if (mentorAt[slot] < 0) continue
      const at = PLACE * slot
      south = Math.min(south, places[at])
      north = Math.max(north, places[at])
      west = Math.min(west, places[at + 1])
      east = Math.max(east, places[at + 1])
      cosine = Math.min(cosine, places[at + 2])
      limit = Math.max(limit, places[at + 3])
    }
    boxes[boxAt(block, SOUTH)] = south
    boxes[boxAt(block, NORTH)] = north
    boxes[boxAt(block, WEST)] = west
    boxes[boxAt(block, EAST)] = east
    boxes[boxAt(block, COSINE)] = cosine
    boxes[boxAt(block, LIMIT)] = limit
  }
  return boxes
}
