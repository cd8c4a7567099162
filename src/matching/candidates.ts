import { graphRows, type PairGraph, type RowSource } from './graph.ts'
import { indexMentors } from './people-index.ts'
import { indexedPairs } from './people-pairs.ts'
import { indexedRows } from './people-rows.ts'
import type { Pool } from './pool.ts'

/**
 * Who can meet whom, without scoring everyone with everyone. Up to a size the feasible pairs are
 * held in memory, which is fastest; a country's are not, and each question is answered anew.
 */
export type Candidates = { rows: RowSource; graph: PairGraph | null }

/** About 150 MB of pairs at the usual share of one or two in a hundred feasible. */
const MOST_PAIRS_HELD = 1_000_000_000

/** @param isLocked mentees who are settled already: they ask for nobody */
export function candidates(
  pool: Pool,
  isLocked: (mentee: number) => boolean,
  onMentee?: () => void,
): Candidates {
  const index = indexMentors(pool)
  const options = { index, isLocked, onMentee }
  if (pool.mentors.length * pool.mentees.length > MOST_PAIRS_HELD) {
    return { rows: indexedRows(options), graph: null }
  }
  const graph = indexedPairs(options)
  return { rows: graphRows(graph), graph }
}
