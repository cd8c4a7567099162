import {
  BLOCK,
  BOX,
  COSINE,
  EAST,
  KM_PER_DEGREE,
  LIMIT,
  NORTH,
  ONLINE,
  PLACE,
  QUAD,
  REGION,
  SOUTH,
  WEST,
} from './constants'
import { float, int, setFloat, setInt } from './memory'
import {
  blocks,
  boxes,
  kmTo,
  mentorAt,
  places,
  reachQuad,
  reachStart,
  regions,
  words,
} from './tables'

// Bounding boxes of the blocks, and the quads within reach of each region.

/** Position of a number of a block's box; the boxes of a quad are interleaved. */
function boxAt(block: i32, side: i32): i32 {
  return QUAD * BOX * (block / QUAD) + QUAD * side + (block % QUAD)
}

/** Writes `boxes`: the bounding box of each block's mentors, and their furthest limit. */
export function writeBoxes(): void {
  for (let block = 0; block < blocks; block++) {
    let south = Infinity
    let north = -Infinity
    let west = Infinity
    let east = -Infinity
    let cosine = 1.0
    let limit = 0.0
    for (let slot = BLOCK * block; slot < BLOCK * (block + 1); slot++) {
      if (int(mentorAt, slot) < 0) continue
      const at = PLACE * slot
      south = min(south, float(places, at))
      north = max(north, float(places, at))
      west = min(west, float(places, at + 1))
      east = max(east, float(places, at + 1))
      cosine = min(cosine, float(places, at + 2))
      limit = max(limit, float(places, at + 3))
    }
    setFloat(boxes, boxAt(block, SOUTH), south)
    setFloat(boxes, boxAt(block, NORTH), north)
    setFloat(boxes, boxAt(block, WEST), west)
    setFloat(boxes, boxAt(block, EAST), east)
    setFloat(boxes, boxAt(block, COSINE), cosine)
    setFloat(boxes, boxAt(block, LIMIT), limit)
  }
}

/**
 * Writes the quads within reach of each region, nearest first; for a region that can meet online, also
 * every quad with mentors who can. Those of region r begin at `reachStart` of r.
 */
export function writeReach(regionCount: i32): void {
  let end = 0
  for (let region = 0; region < regionCount; region++) {
    setInt(reachStart, region, end)
    end = listQuads(region, end)
  }
  setInt(reachStart, regionCount, end)
}

/** Lists the quads of one region, and returns where the list ends. */
function listQuads(region: i32, from: i32): i32 {
  const at = REGION * region
  const online = float(regions, at) === 1
  const south = float(regions, at + 1)
  const north = float(regions, at + 2)
  const west = float(regions, at + 3)
  const east = float(regions, at + 4)
  const cosine = float(regions, at + 5)
  const limit = float(regions, at + 6)
  let end = from
  for (let quad = 0; quad < blocks / QUAD; quad++) {
    let isReached = false
    let nearest = Infinity
    for (let block = QUAD * quad; block < QUAD * (quad + 1); block++) {
      const up = max(0, max(side(block, SOUTH) - north, south - side(block, NORTH)))
      const degrees = max(0, max(side(block, WEST) - east, west - side(block, EAST)))
      const across = degrees * KM_PER_DEGREE * ((cosine + side(block, COSINE)) / 2)
      const km = sqrt(up * up + across * across)
      if (floor(km * 10) <= min(limit, side(block, LIMIT))) isReached = true
      if (online && int(words, ONLINE * blocks + block) !== 0) isReached = true
      nearest = min(nearest, km)
    }
    setFloat(kmTo, quad, nearest)
    if (isReached) insertQuad(quad, from, end++)
  }
  return end
}

function side(block: i32, which: i32): f64 {
  return float(boxes, boxAt(block, which))
}

/** Inserts a quad after all that are as near. */
function insertQuad(quad: i32, from: i32, end: i32): void {
  let low = from
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (float(kmTo, int(reachQuad, middle)) > float(kmTo, quad)) high = middle
    else low = middle + 1
  }
  const place = reachQuad + ((<usize>low) << 2)
  memory.copy(place + 4, place, (<usize>(end - low)) << 2)
  setInt(reachQuad, low, quad)
}
