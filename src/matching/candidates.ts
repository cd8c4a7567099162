import { makeFirstRows } from './first-rows.ts'
import { graphRows, type PairGraph, type RowSource } from './graph.ts'
import { indexMentors, type PeopleIndex } from './people-index.ts'
import { indexedPairs } from './people-pairs.ts'
import { regionByRegion } from './people-reach.ts'
import { indexedRows } from './people-rows.ts'
import type { Pool } from './pool.ts'

/**
 * Who can meet whom, without scoring everyone with everyone. Either each question is answered from
 * the index, or the feasible pairs are held in memory.
 */
export type Candidates = {
  index: PeopleIndex
  rows: RowSource
  graph: PairGraph | null
  /** The mentees in the order in which their rows are quickest to make. */
  order: Int32Array
}

/** So few are held whatever is asked: it takes no time. */
const FEW_PAIRS = 4_000_000
/** About 150 MB of pairs at the usual share of one or two in a hundred feasible. */
const MOST_PAIRS_HELD = 1_000_000_000

/** @param isLocked mentees who are settled already: they ask for nobody */
export function candidates(
  pool: Pool,
  isLocked: (mentee: number) => boolean,
  onMentee?: () => void,
): Candidates {
  const index = indexMentors(pool)
  const order = regionByRegion(pool)
  const options = { index, isLocked, onMentee }
  if (pool.mentors.length * pool.mentees.length > mostPairsHeld(pool)) {
    const rows = indexedRows(options)
    const first = makeFirstRows(rows, order, onMentee)
    return { index, rows: { ...rows, first }, graph: null, order }
  }
  const graph = indexedPairs(options)
  return { index, rows: graphRows(graph), graph, order }
}

/**
 * With places for all, a mentee is asked about two or three times, which is less than scoring all
 * their pairs. Where places are short, and for the lowest score, the same pairs are asked for ten
 * and a hundred times: then it pays to hold them.
 */
function mostPairsHeld({ mentors, mentees, context }: Pool): number {
  const places = mentors.reduce((sum, mentor) => sum + mentor.places, 0)
  const isAskedOften = context.settings.objective === 'worst-off' || places < mentees.length
  return isAskedOften ? MOST_PAIRS_HELD : FEW_PAIRS
}
