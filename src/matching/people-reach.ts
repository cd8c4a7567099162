import { KM_PER_DEGREE } from './distance.ts'
import { BOX } from './people-boxes.ts'
import type { PeopleIndex } from './people-index.ts'
import { ONLINE } from './people-kinds.ts'
import { REGION } from './people-regions.ts'
import { shareInts } from './shared.ts'

/**
 * The blocks that may hold someone for the mentees of a region, the nearest first, and for those who can
 * meet online every block of mentors who can too. Those of region r stand from start[r] on.
 */
export type Reach = { start: Int32Array; block: Int32Array }

/** Worked out once for all threads. */
export function writeReach(index: Omit<PeopleIndex, 'reach'>): Reach {
  const regions = index.asking.regions.length / REGION
  const start = [0]
  const block: number[] = []
  for (let region = 0; region < regions; region++) {
    for (const one of blocksFor(index, region)) block.push(one)
    start.push(block.length)
  }
  return { start: shareInts(start), block: shareInts(block) }
}

function blocksFor(
  { blocks, boxes, words, asking }: Omit<PeopleIndex, 'reach'>,
  region: number,
): number[] {
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
  return near.map(({ block }) => block)
}
