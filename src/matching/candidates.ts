import { graphToCheck, NOT_ASKED, type PairsToCheck } from './certificate.ts'
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
import { openPieces, shareFloats, shareInts, sharedFloats, sharedInts } from './shared.ts'
import type { ProposeInput } from './types.ts'

/**
 * Who can meet whom, without scoring everyone with everyone. Either each question is answered from
 * the index, or the feasible pairs are held in memory.
 */
export type Candidates = {
  rows: RowSource
  /** The same pairs with mentors as bidders, where they are held. */
  columns?: () => RowSource
  /** The same pairs, for the proof. */
  toCheck: PairsToCheck
}

export type CandidateOptions = {
  /** Mentees who are settled already: they ask for nobody. */
  isLocked: (mentee: number) => boolean
  /** Has other threads do a part of what can be divided; the answers are the same. */
  help?: Help | undefined
  onPercent?: ((percent: number) => void) | undefined
}

/** So few are held whatever is asked: it takes no time. */
export const FEW_PAIRS = 4_000_000
/** About 150 MB of pairs at the usual share of one or two in a hundred feasible. */
const MOST_PAIRS_HELD = 1_000_000_000

export function candidates(
  input: ProposeInput,
  index: PeopleIndex,
  options: CandidateOptions,
): Candidates {
  if (!holdsPairs(input)) return askedCandidates(index, options)
  const { isLocked, onPercent } = options
  const onMentee = countPercent(index.asking.count, onPercent)
  return heldCandidates(indexedPairs({ index, isLocked, onMentee }))
}

/**
 * Whether the pairs are worked out once and kept. With places for all, a mentee is asked about two or
 * three times, which is less than scoring all their pairs. Where places are short, and for the lowest
 * score, the same pairs are asked for ten and a hundred times: then it pays to hold them.
 */
export function holdsPairs({ mentors, mentees, settings }: ProposeInput): boolean {
  const places = mentors.reduce(
    (sum, { capacity, taken }) => sum + Math.max(0, capacity - taken),
    0,
  )
  const isAskedOften = settings.objective === 'worst-off' || places < mentees.length
  return mentors.length * mentees.length <= (isAskedOften ? MOST_PAIRS_HELD : FEW_PAIRS)
}

/** Where the pairs lie in memory. */
export function heldCandidates(graph: PairGraph): Candidates {
  return {
    rows: graphRows(graph),
    columns: () => graphRows(transposeGraph(graph)),
    toCheck: graphToCheck(graph),
  }
}

/** Rows are asked for a few thousand at a time and in the end a few: a helper holds none of them long. */
const SHORT_PIECE = 8

function askedCandidates(index: PeopleIndex, options: CandidateOptions): Candidates {
  const { isLocked } = options
  const { count, regionOf } = index.asking
  const order = shareInts(regionByRegion(index.asking).filter((mentee) => !isLocked(mentee)))
  const search = openSearch(index)
  const rows = indexedRows({ index, search, isLocked })
  const { help } = options
  help?.({ kind: 'index', index })
  const first = openFirstRows(count)
  const none = { price: sharedFloats(index.mentorCount), floor: sharedFloats(order.length) }
  const all = { order, ...none, least: 1, into: order, table: first }
  beginWork({ kind: 'rows', ...all, pieces: openPieces(order.length) }, search, options)()
  const findAbove: PairsToCheck['findAbove'] = (price, floor, least) => {
    const found = sharedInts(count)
    for (let mentee = 0; mentee < count; mentee++) found[mentee] = isLocked(mentee) ? -1 : NOT_ASKED
    const asked = { price: shareFloats(price), floor: shareFloats(floor), least, found }
    const pieces = openPieces(order.length)
    const finish = beginWork({ kind: 'find-above', order, pieces, ...asked }, search, options)
    return () => {
      finish()
      return found
    }
  }
  const fillMany: RowSource['fillMany'] = ({ bidders, price, floorOf, least, limit }) => {
    bidders.sort((a, b) => regionOf[a] - regionOf[b] || a - b)
    const table = openRowTable(bidders.length, limit)
    const asked = {
      order: shareInts(bidders),
      pieces: openPieces(bidders.length, SHORT_PIECE),
      price: shareFloats(price),
      floor: shareFloats(Float64Array.from(bidders, floorOf)),
      into: shareInts(bidders.map((_, at) => at)),
    }
    beginWork({ kind: 'rows', ...asked, least, table }, search, { help })()
    return table
  }
  return {
    rows: { ...rows, first, fillMany },
    toCheck: { menteeCount: count, mentorCount: index.mentorCount, value: rows.value, findAbove },
  }
}
