import { KM_PER_DEGREE } from './distance.ts'
import { BOX, type PeopleIndex } from './people-index.ts'
import { ONLINE } from './people-kinds.ts'
import type { Pool } from './pool.ts'
import { sharedFloats, sharedInts } from './shared.ts'

/** The mentees of one municipality who can, or cannot, meet online: what surrounds them all. */
export type Regions = {
  /** The region of each mentee. */
  regionOf: Int32Array
  /** `REGION` numbers each: online (1), south, north (km), west, east (degrees), least cosine, furthest limit. */
  regions: Float64Array
}

const REGION = 7

export function writeRegions({ mentees }: Pool, places: Float64Array): Regions {
  const keys = mentees.map(({ mentee, online }) => mentee.municipality + online)
  const numbers = new Map([...new Set(keys)].sort().map((key, at) => [key, at]))
  const regionOf = sharedInts(mentees.length)
  const regions = sharedFloats(REGION * numbers.size)
  for (let at = 0; at < regions.length; at += REGION) {
    regions.set([0, Infinity, -Infinity, Infinity, -Infinity, 1, 0], at)
  }
  mentees.forEach(({ online, limitTenths }, j) => {
    const region = numbers.get(keys[j])!
    regionOf[j] = region
    const at = REGION * region
    const [north, east, cosine] = [places[3 * j], places[3 * j + 1], places[3 * j + 2]]
    if (online) regions[at] = 1
    regions[at + 1] = Math.min(regions[at + 1], north)
    regions[at + 2] = Math.max(regions[at + 2], north)
    regions[at + 3] = Math.min(regions[at + 3], east)
    regions[at + 4] = Math.max(regions[at + 4], east)
    regions[at + 5] = Math.min(regions[at + 5], cosine)
    regions[at + 6] = Math.max(regions[at + 6], limitTenths)
  })
  return { regionOf, regions }
}

/**
 * The blocks that may hold someone for the mentees of a municipality, the nearest first, and for
 * those who can meet online every block of mentors who can too.
 */
export function reachableBlocks(index: PeopleIndex): (mentee: number) => Int32Array {
  const { regionOf } = index.asking
  const known = new Map<number, Int32Array>()
  return (mentee) => {
    const region = regionOf[mentee]
    let blocks = known.get(region)
    if (blocks === undefined) {
      blocks = blocksFor(index, region)
      known.set(region, blocks)
    }
    return blocks
  }
}

/**
 * The mentees region by region, those of one in their own order. Whoever asks next then looks at much
 * the same blocks, which are still in the nearest memory.
 */
export function regionByRegion({ asking: { regionOf, regions } }: PeopleIndex): Int32Array {
  const next = new Int32Array(regions.length / REGION + 1)
  for (const region of regionOf) next[region + 1]++
  for (let region = 1; region < next.length; region++) next[region] += next[region - 1]
  const order = sharedInts(regionOf.length)
  for (let j = 0; j < regionOf.length; j++) order[next[regionOf[j]]++] = j
  return order
}

function blocksFor({ blocks, boxes, words, asking }: PeopleIndex, region: number): Int32Array {
  const [online, south, north, west, east, cosine, limit] = asking.regions.subarray(
    REGION * region,
    REGION * (region + 1),
  )
  const near: { block: number; km: number }[] = []
  for (let block = 0; block < blocks; block++) {
    const at = block * BOX
    const up = Math.max(0, boxes[at] - north, south - boxes[at + 1])
    const degrees = Math.max(0, boxes[at + 2] - east, west - boxes[at + 3])
    const side = degrees * KM_PER_DEGREE * ((cosine + boxes[at + 4]) / 2)
    const km = Math.sqrt(up * up + side * side)
    const isNear = Math.floor(km * 10) <= Math.min(limit, boxes[at + 5])
    if (isNear || (online === 1 && words[ONLINE * blocks + block] !== 0)) near.push({ block, km })
  }
  near.sort((a, b) => a.km - b.km || a.block - b.block)
  return Int32Array.from(near, ({ block }) => block)
}
