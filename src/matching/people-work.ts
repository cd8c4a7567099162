/*
 * The long walks over mentees, for as many threads as there are: making the rows of all, then again of
 * those who are soon to ask, and asking in the end whether anybody has a pair that is worth more than the
 * proof says.
 */
import type { Row } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { openSearch, type PeopleSearch } from './people-search.ts'
import { tellPercent } from './progress.ts'
import { intoTable, type RowTable } from './row-table.ts'
import { finishPieces, type Pieces, takePieces } from './shared.ts'

/** Plain numbers in shared memory: it can be sent to another thread as it is. */
export type PeopleWork = {
  /** Those who ask, in the order in which they are quickest to answer. */
  order: Int32Array
  pieces: Pieces
  /** One for each mentor. */
  price: Float64Array
  least: number
} & (
  | {
      kind: 'rows'
      /** Of each in the order. */
      floor: Float64Array
      /** The row of each in the table. */
      into: Int32Array
      table: RowTable
    }
  | {
      kind: 'find-above'
      /** Of each mentee; nothing is asked where it is Infinity. */
      floor: Float64Array
      /** Of each mentee: a mentor above the floor, or -1 for none. */
      found: Int32Array
    }
)

/** What a helper is sent: that there will be work, as a thread takes a while to start; the index; work on it. */
export type HelpMessage = { kind: 'begin' } | { kind: 'index'; index: PeopleIndex } | PeopleWork

/** Sends the same to all helpers. They may come late, or never. */
export type Help = (message: HelpMessage) => void

/** Has whoever helps begin with it, and returns what does the rest. */
export function beginWork(
  work: PeopleWork,
  search: PeopleSearch,
  {
    help,
    onPercent,
  }: { help?: Help | undefined; onPercent?: ((percent: number) => void) | undefined },
): () => void {
  help?.(work)
  return () => {
    const part = partOf(work, search)
    takePieces(work.pieces, part, tellPercent(work.pieces.count, onPercent))
    finishPieces(work.pieces, part)
  }
}

/** A helper: takes part in the work that it is sent. */
export function openHelper(): Help {
  let search: PeopleSearch | undefined
  return (message) => {
    if (message.kind === 'index') search = openSearch(message.index)
    else if (message.kind !== 'begin' && search) takePieces(message.pieces, partOf(message, search))
  }
}

function partOf(work: PeopleWork, search: PeopleSearch): (from: number, to: number) => void {
  search.usePrices(work.price)
  return work.kind === 'rows' ? makeRows(search, work) : findAbove(search, work)
}

function makeRows(
  { findBest }: PeopleSearch,
  { order, floor, least, into, table }: Extract<PeopleWork, { kind: 'rows' }>,
): (from: number, to: number) => void {
  const make = intoTable(findBest, table)
  return (from, to) => {
    for (let at = from; at < to; at++) {
      make({ bidder: order[at], floor: floor[at], least, limit: table.limit }, into[at])
    }
  }
}

function findAbove(
  { findBest }: PeopleSearch,
  { order, floor, least, found }: Extract<PeopleWork, { kind: 'find-above' }>,
): (from: number, to: number) => void {
  const row: Row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  return (from, to) => {
    for (const bidder of order.subarray(from, to)) {
      if (floor[bidder] === Infinity) continue
      findBest({ bidder, floor: floor[bidder], least, limit: 1 }, row)
      found[bidder] = row.count > 0 ? row.column[0] : -1
    }
  }
}
