/*
 * Loops over all mentees that worker threads share: making all first rows, making rows again for waiting
 * bidders, and checking at the end that no pair is worth more than the proof allows.
 */
import type { Row } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { openSearch, type PeopleSearch } from './people-search.ts'
import { reportPercent } from './progress.ts'
import { intoTable, type RowTable } from './row-table.ts'
import { finishChunks, type Chunks, takeChunks } from './shared.ts'

/** Numbers in shared memory, which can be posted to a worker thread. */
export type PeopleWork = {
  /** Mentees, in the order that keeps the cache warm. */
  order: Int32Array
  chunks: Chunks
  /** Per mentor. */
  price: Float64Array
  least: number
} & (
  | {
      kind: 'rows'
      /** Per entry of `order`. */
      floor: Float64Array
      /** Row in the table, per entry of `order`. */
      into: Int32Array
      table: RowTable
    }
  | {
      kind: 'find-above'
      /** Per mentee; Infinity skips the mentee. */
      floor: Float64Array
      /** Per mentee: a mentor above the floor, or -1 for none. */
      found: Int32Array
    }
)

/** Messages to a worker thread: start-up (as starting takes a while), the index, and work on it. */
export type HelpMessage = { kind: 'begin' } | { kind: 'index'; index: PeopleIndex } | PeopleWork

/** Posts a message to all worker threads. They may start late, or never. */
export type Help = (message: HelpMessage) => void

/** Starts the work on the worker threads; the returned function does the rest on this thread. */
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
    takeChunks(work.chunks, part, reportPercent(work.chunks.count, onPercent))
    finishChunks(work.chunks, part)
  }
}

/** The message handler of a worker thread. */
export function openHelper(): Help {
  let search: PeopleSearch | undefined
  return (message) => {
    if (message.kind === 'index') search = openSearch(message.index)
    else if (message.kind !== 'begin' && search) takeChunks(message.chunks, partOf(message, search))
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
