import { graphToCheck, NOT_ASKED, type PairsToCheck } from './certificate.ts'
import { openFirstRows } from './first-rows.ts'
import { graphRows, type PairGraph, type RowSource, transposeGraph } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { indexedPairs } from './people-pairs.ts'
import { regionByRegion } from './people-regions.ts'
import { indexedRows } from './people-rows.ts'
import { doWork, type Help } from './people-work.ts'
import type { Pool } from './pool.ts'
import { countPercent } from './progress.ts'
import { openRowTable } from './row-table.ts'
import { openPieces, shareFloats, shareInts, sharedInts } from './shared.ts'

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

export function candidates(pool: Pool, index: PeopleIndex, options: CandidateOptions): Candidates {
  const isHeld = pool.mentors.length * pool.mentees.length <= mostPairsHeld(pool)
  if (!isHeld) return askedCandidates(pool, index, options)
  const { isLocked, onPercent } = options
  const onMentee = countPercent(index.asking.count, onPercent)
  return heldCandidates(indexedPairs({ index, isLocked, onMentee }))
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

function askedCandidates(pool: Pool, index: PeopleIndex, options: CandidateOptions): Candidates {
  const { isLocked } = options
  const { count, regionOf } = index.asking
  const order = shareInts(regionByRegion(index.asking).filter((mentee) => !isLocked(mentee)))
  const rows = indexedRows({ pool, index, isLocked })
  const first = openFirstRows(count)
  const pieces = () => openPieces(order.length)
  doWork({ kind: 'first-rows', index, order, pieces: pieces(), first }, options)
  const findAbove: PairsToCheck['findAbove'] = (price, floor, least) => {
    const found = sharedInts(count)
    for (let mentee = 0; mentee < count; mentee++) found[mentee] = isLocked(mentee) ? -1 : NOT_ASKED
    const asked = { price: shareFloats(price), floor: shareFloats(floor), least, found }
    doWork({ kind: 'find-above', index, order, pieces: pieces(), ...asked }, options)
    return found
  }
  const fillMany: RowSource['fillMany'] = ({ bidders, price, floorOf, least, limit }) => {
    bidders.sort((a, b) => regionOf[a] - regionOf[b] || a - b)
    const table = openRowTable(bidders.length, limit)
    const asked = {
      order: shareInts(bidders),
      pieces: openPieces(bidders.length, SHORT_PIECE),
      price: shareFloats(price),
      floor: shareFloats(Float64Array.from(bidders, floorOf)),
    }
    doWork({ kind: 'rows', index, ...asked, least, table }, { help: options.help })
    return table
  }
  return {
    rows: { ...rows, first, fillMany },
    toCheck: { menteeCount: count, mentorCount: index.mentorCount, value: rows.value, findAbove },
  }
}
