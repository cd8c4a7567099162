import { KM_PER_DEGREE } from './distance.ts'
import { BOX, type PeopleIndex } from './people-index.ts'
import { ONLINE } from './people-kinds.ts'
import type { Pool } from './pool.ts'
import type { Mentee } from './types.ts'

/** The mentees of one municipality who can, or cannot, meet online: what surrounds them all. */
type Region = {
  online: boolean
  south: number
  north: number
  west: number
  east: number
  cosine: number
  limit: number
  blocks: Int32Array | null
}

/**
 * The blocks that may hold someone for the mentees of a municipality, the nearest first, and for
 * those who can meet online every block of mentors who can too.
 */
export function reachableBlocks(index: PeopleIndex): (mentee: number) => Int32Array {
  const known = new Map<string, Region>()
  const regionOf = index.pool.mentees.map(({ mentee, online, limitTenths }, j) => {
    const key = regionKey(mentee, online)
    let region = known.get(key)
    if (region === undefined) {
      region = emptyRegion(online)
      known.set(key, region)
    }
    widen(region, index.asking.places, 3 * j, limitTenths)
    return region
  })
  return (mentee) => {
    const region = regionOf[mentee]
    region.blocks ??= blocksFor(index, region)
    return region.blocks
  }
}

function regionKey({ municipality }: Mentee, online: boolean): string {
  return municipality + online
}

/**
 * The mentees region by region, those of one in their own order. Whoever asks next then looks at much
 * the same blocks, which are still in the nearest memory.
 */
export function regionByRegion({ mentees }: Pool): Int32Array {
  const regions = new Map<string, number[]>()
  for (let j = 0; j < mentees.length; j++) {
    const key = regionKey(mentees[j].mentee, mentees[j].online)
    const known = regions.get(key)
    if (known === undefined) regions.set(key, [j])
    else known.push(j)
  }
  const order = new Int32Array(mentees.length)
  let count = 0
  for (const key of [...regions.keys()].sort()) {
    for (const j of regions.get(key)!) order[count++] = j
  }
  return order
}

function emptyRegion(online: boolean): Region {
  const [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity]
  return { online, south, north, west, east, cosine: 1, limit: 0, blocks: null }
}

function widen(region: Region, places: Float64Array, at: number, limit: number): void {
  region.south = Math.min(region.south, places[at])
  region.north = Math.max(region.north, places[at])
  region.west = Math.min(region.west, places[at + 1])
  region.east = Math.max(region.east, places[at + 1])
  region.cosine = Math.min(region.cosine, places[at + 2])
  region.limit = Math.max(region.limit, limit)
}

function blocksFor({ blocks, boxes, words }: PeopleIndex, region: Region): Int32Array {
  const near: { block: number; km: number }[] = []
  for (let block = 0; block < blocks; block++) {
    const at = block * BOX
    const up = Math.max(0, boxes[at] - region.north, region.south - boxes[at + 1])
    const degrees = Math.max(0, boxes[at + 2] - region.east, region.west - boxes[at + 3])
    const side = degrees * KM_PER_DEGREE * ((region.cosine + boxes[at + 4]) / 2)
    const km = Math.sqrt(up * up + side * side)
    const isNear = Math.floor(km * 10) <= Math.min(region.limit, boxes[at + 5])
    if (isNear || (region.online && words[ONLINE * blocks + block] !== 0)) near.push({ block, km })
  }
  near.sort((a, b) => a.km - b.km || a.block - b.block)
  return Int32Array.from(near, ({ block }) => block)
}
