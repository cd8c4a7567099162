import { type Arena, floatsIn, intsIn } from './arena.ts'
import { REGION } from './kernel/assembly/constants.ts'
import type { Pool } from './pool.ts'

/** A region: the mentees of one municipality who can, or who cannot, meet online. */
export type Regions = {
  regionOf: Int32Array
  /**
   * `REGION` numbers per region: online (1), south, north (km), west, east (degrees), least cosine,
   * furthest limit (tenths of a km).
   */
  regions: Float64Array
}

export function writeRegions(arena: Arena, { mentees }: Pool, places: Float64Array): Regions {
  const keys = Int32Array.from(mentees, ({ mentee, online }) => {
    return 2 * Number(mentee.municipality) + Number(online)
  })
  const numbers = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, at) => [key, at]))
  const regionOf = intsIn(arena, mentees.length)
  const regions = floatsIn(arena, REGION * numbers.size)
  for (let at = 0; at < regions.length; at += REGION) {
    regions.set([0, Infinity, -Infinity, Infinity, -Infinity, 1, 0], at)
  }
  for (let j = 0; j < keys.length; j++) {
    regionOf[j] = numbers.get(keys[j])!
    const at = REGION * regionOf[j]
    const place = 3 * j
    if (keys[j] & 1) regions[at] = 1
    regions[at + 1] = Math.min(regions[at + 1], places[place])
    regions[at + 2] = Math.max(regions[at + 2], places[place])
    regions[at + 3] = Math.min(regions[at + 3], places[place + 1])
    regions[at + 4] = Math.max(regions[at + 4], places[place + 1])
    regions[at + 5] = Math.min(regions[at + 5], places[place + 2])
    regions[at + 6] = Math.max(regions[at + 6], mentees[j].limitTenths)
  }
  return { regionOf, regions }
}

/** Mentees ordered by region, as neighbours in this order read mostly the same cached blocks. */
export function regionByRegion({ regionOf, regions }: Regions): Int32Array {
  const next = new Int32Array(regions.length / REGION + 1)
  for (const region of regionOf) next[region + 1]++
  for (let region = 1; region < next.length; region++) next[region] += next[region - 1]
  const order = new Int32Array(regionOf.length)
  for (let j = 0; j < regionOf.length; j++) order[next[regionOf[j]]++] = j
  return order
}
