import { graphToCheck, NOT_CHECKED, type PairsToCheck } from './certificate.ts'
import { openFirstRows } from './first-rows.ts'
import { graphRows, type PairGraph, type RowSource, transposeGraph } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { indexedPairs } from './people-pairs.ts'
import { regionByRegion } from './people-regions.ts'
import { indexedRows } from './people-rows.ts'
import { openSearch } from './people-search.ts'
import { beginWork, type Help } from './people-work.ts'
import { countPercent } from './progress.ts'
import { openRowTable } from './row-table.ts'
import { openChunks, shareFloats, shareInts, sharedFloats, sharedInts } from './shared.ts'
import type { ProposeInput } from './types.ts'

/**
 * Feasible pairs, found without scoring all pairs: held in memory, or queried from the index row by row.
 */
export type Candidates = {
  rows: RowSource
  /** The same pairs with mentors as bidders, where pairs are held in memory. */
  columns?: () => RowSource
  /** The same pairs, for the certificate. */
  toCheck: PairsToCheck
}

export type CandidateOptions = {
  /** Mentees of locked pairs, who have no row. */
  isLocked: (mentee: number) => boolean
  /** Sends a share of the work to worker threads; the result does not depend on it. */
  help?: Help | undefined
  onPercent?: ((percent: number) => void) | undefined
}

/** Up to here pairs are always held: finding them takes no noticeable time. */
export const FEW_PAIRS = 4_000_000
/** About 150 MB of pairs at the usual share of one or two in a hundred feasible. */
const MOST_PAIRS_HELD = 1_000_000_000

export function candidates(
  input: ProposeInput,
  index: PeopleIndex,
  options: CandidateOptions,
): Candidates {
  if (!holdsPairs(input)) return queriedCandidates(index, options)
  const { isLocked, onPercent } = options
  const onMentee = countPercent(index.queries.count, onPercent)
  return heldCandidates(indexedPairs({ index, isLocked, onMentee }))
}

/**
 * Whether all pairs are computed once and held. With places for all, the solver asks for two or three rows
 * a mentee, which is less work than scoring all pairs. Where places are short, and under `worst-off`, it
 * asks for ten to a hundred, so holding the pairs pays.
 */
export function holdsPairs({ mentors, mentees, settings }: ProposeInput): boolean {
  const places = mentors.reduce(
    (sum, { capacity, taken }) => sum + Math.max(0, capacity - taken),
    0,
  )
  const isQueriedOften = settings.objective === 'worst-off' || places < mentees.length
  return mentors.length * mentees.length <= (isQueriedOften ? MOST_PAIRS_HELD : FEW_PAIRS)
}

/** Pairs held in memory. */
export function heldCandidates(graph: PairGraph): Candidates {
  return {
    rows: graphRows(graph),
    columns: () => graphRows(transposeGraph(graph)),
    toCheck: graphToCheck(graph),
  }
}

/** Mentees per chunk when rows are made again: so few that no worker thread holds a chunk for long. */
const SHORT_CHUNK = 8

function queriedCandidates(index: PeopleIndex, options: CandidateOptions): Candidates {
  const { isLocked } = options
  const { count, regionOf } = index.queries
  const order = shareInts(regionByRegion(index.queries).filter((mentee) => !isLocked(mentee)))
  const search = openSearch(index)
  const rows = indexedRows({ index, search, isLocked })
  const { help } = options
  help?.({ kind: 'index', index })
  const first = openFirstRows(count)
  const zeros = { price: sharedFloats(index.mentorCount), floor: sharedFloats(order.length) }
  const all = { order, ...zeros, least: 1, into: order, table: first }
  beginWork({ kind: 'rows', ...all, chunks: openChunks(order.length) }, search, options)()
  const findAbove: PairsToCheck['findAbove'] = (price, floor, least) => {
    const found = sharedInts(count)
    for (let mentee = 0; mentee < count; mentee++)
      found[mentee] = isLocked(mentee) ? -1 : NOT_CHECKED
    const work = { price: shareFloats(price), floor: shareFloats(floor), least, found }
    const chunks = openChunks(order.length)
    const finish = beginWork({ kind: 'find-above', order, chunks, ...work }, search, options)
    return () => {
      finish()
      return found
    }
  }
  const fillMany: RowSource['fillMany'] = ({ bidders, price, floorOf, least, limit }) => {
    bidders.sort((a, b) => regionOf[a] - regionOf[b] || a - b)
    const table = openRowTable(bidders.length, limit)
    const work = {
      order: shareInts(bidders),
      chunks: openChunks(bidders.length, SHORT_CHUNK),
      price: shareFloats(price),
      floor: shareFloats(Float64Array.from(bidders, floorOf)),
      into: shareInts(bidders.map((_, at) => at)),
    }
    beginWork({ kind: 'rows', ...work, least, table }, search, { help })()
    return table
  }
  return {
    rows: { ...rows, first, fillMany },
    toCheck: { menteeCount: count, mentorCount: index.mentorCount, value: rows.value, findAbove },
  }
}
