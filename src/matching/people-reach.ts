import { KM_PER_DEGREE } from './distance.ts'
import { BOX, type PeopleIndex } from './people-index.ts'
import { ONLINE } from './people-kinds.ts'
import { REGION } from './people-regions.ts'

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
