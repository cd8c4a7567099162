/*
 * What is compiled, in AssemblyScript: TypeScript whose numbers have the types of the machine. The search of the
 * index, four blocks at a time, what of the index is written from numbers alone, and the search of a row of pairs.
 */
import { findNear as findNearOf } from './blocks'
import { listHours, timeCount } from './hours'
import { ask } from './question'

export { cut, findBest } from './best'
export { findEvery, findValue } from './every'
export { writeStarts } from './hours'
export { writeBoxes, writeReach } from './reach'
export { rowCut, selectBest } from './rows'
export * from './tables'

/** As `findNear` of blocks, for one mentee; 0 for somebody who is not ready. */
export function findNear(about: i32): i32 {
  return ask(about) ? findNearOf() : 0
}

/** Writes `times` of one mentee, and returns how many these are; none for somebody who is not ready. */
export function findTimes(about: i32): i32 {
  if (!ask(about)) return 0
  listHours()
  return timeCount
}
