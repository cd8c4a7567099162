/*
 * The long walks over mentees, for as many threads as there are: making the first rows of all, making
 * rows again for those who are soon to ask, and asking in the end whether anybody has a pair that is
 * worth more than the proof says.
 */
import { makeFirstRows } from './first-rows.ts'
import type { Row } from './graph.ts'
import type { PeopleIndex } from './people-index.ts'
import { searchPeople } from './people-rows.ts'
import { tellPercent } from './progress.ts'
import { intoTable, type RowTable } from './row-table.ts'
import { finishPieces, type Pieces, takePieces } from './shared.ts'

/** Plain numbers in shared memory: it can be sent to another thread as it is. */
export type PeopleWork = {
  index: PeopleIndex
  /** Those who ask, in the order in which they are quickest to answer. */
  order: Int32Array
  pieces: Pieces
} & (
  | { kind: 'first-rows'; first: RowTable }
  | {
      kind: 'rows'
      price: Float64Array
      /** Of each of them, in their order; and so are the rows. */
      floor: Float64Array
      least: number
      table: RowTable
    }
  | {
      kind: 'find-above'
      price: Float64Array
      /** Of each mentee; nothing is asked where it is Infinity. */
      floor: Float64Array
      least: number
      /** Of each mentee: a mentor above the floor, or -1 for none. */
      found: Int32Array
    }
)

/** Has other threads call `takePart` with the same work. They may come late, or never. */
export type Help = (work: PeopleWork) => void

/** Does all of it, together with whoever helps. */
export function doWork(
  work: PeopleWork,
  {
    help,
    onPercent,
  }: { help?: Help | undefined; onPercent?: ((percent: number) => void) | undefined },
): void {
  help?.(work)
  const part = partOf(work)
  takePieces(work.pieces, part, tellPercent(work.pieces.count, onPercent))
  finishPieces(work.pieces, part)
}

/** Does some of it. */
export function takePart(work: PeopleWork): void {
  takePieces(work.pieces, partOf(work))
}

function partOf(work: PeopleWork): (from: number, to: number) => void {
  const { index, order } = work
  const fill = searchPeople(index)
  if (work.kind === 'rows') return makeRows(fill, work)
  const walk =
    work.kind === 'first-rows'
      ? makeFirstRows({ fill, columnCount: index.mentorCount }, work.first)
      : findAbove(fill, work)
  return (from, to) => walk(order.subarray(from, to))
}

function makeRows(
  fill: ReturnType<typeof searchPeople>,
  { order, price, floor, least, table }: Extract<PeopleWork, { kind: 'rows' }>,
): (from: number, to: number) => void {
  const make = intoTable(fill, table)
  return (from, to) => {
    for (let at = from; at < to; at++) {
      make({ bidder: order[at], price, floor: floor[at], least, limit: table.limit }, at)
    }
  }
}

function findAbove(
  fill: ReturnType<typeof searchPeople>,
  { price, floor, least, found }: Extract<PeopleWork, { kind: 'find-above' }>,
): (mentees: Int32Array) => void {
  const row: Row = { count: 0, cut: 0, column: new Int32Array(1), value: new Int32Array(1) }
  return (mentees) => {
    for (const bidder of mentees) {
      if (floor[bidder] === Infinity) continue
      fill({ bidder, price, floor: floor[bidder], least, limit: 1 }, row)
      found[bidder] = row.count > 0 ? row.column[0] : -1
    }
  }
}
