/*
 * The kernel in AssemblyScript (TypeScript with machine types): the search of the index four blocks at a
 * time, the parts of the index built from numbers alone, and the search of a row.
 */
import { findNear as findNearOf } from './blocks'
import { listTimes, timeCount } from './hours'
import { loadMentee } from './question'

export { cut, findBest } from './best'
export { findEvery, findValue } from './every'
export { writeStarts } from './hours'
export { writeBoxes, writeReach } from './reach'
export { rowCut, selectBest } from './rows'
export * from './tables'

/** `findNear` of blocks.ts for one mentee; 0 for a mentee who is not ready. */
export function findNear(ofMentee: i32): i32 {
  return loadMentee(ofMentee) ? findNearOf() : 0
}

/** Writes `times` of one mentee and returns their number; 0 for a mentee who is not ready. */
export function findTimes(ofMentee: i32): i32 {
  if (!loadMentee(ofMentee)) return 0
  listTimes()
  return timeCount
}
